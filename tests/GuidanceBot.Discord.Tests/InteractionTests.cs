using GuidanceBot.Testing.Discord;
using Xunit;

namespace GuidanceBot.Discord.Tests;

public sealed class InteractionTests
{
    private const int Message = 4;
    private const int DeferMessage = 5;
    private const int DeferUpdate = 6;
    private const int UpdateMessage = 7;
    private const int Modal = 9;

    [Fact]
    public async Task A_command_is_answered_in_private_at_once()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);

        var hello = discord.Interactions.Use(discord.Ana, discord.General, "x-hello", ("to", "the *ward* <@1>"));

        Assert.Contains(@"the \*ward\* \<@1>", DiscordDouble.Words(await hello.Shown), StringComparison.Ordinal);
        Assert.Equal(Message, hello.FirstType);
        Assert.True(hello.IsPrivate);
        Assert.Empty(discord.General.Messages);
    }

    [Fact]
    public async Task A_public_answer_stands_in_the_channel()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);

        var loud = discord.Interactions.Use(discord.Ana, discord.General, "x-loud");

        await loud.Shown;
        Assert.False(loud.IsPrivate);
        Assert.Single(discord.General.Messages);
    }

    [Fact]
    public async Task A_slow_answer_is_announced_first_and_as_private_as_it_was_declared()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        SomeCommands.Gate = new TaskCompletionSource();

        var slow = discord.Interactions.Use(discord.Ana, discord.General, "x-slow");
        var first = await slow.First;
        SomeCommands.Gate.SetResult();

        Assert.Equal(DeferMessage, (int)first["type"]!);
        Assert.Equal(64, (int)first["data"]!["flags"]!);
        Assert.Contains("At last", DiscordDouble.Words(await slow.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_are_completed_while_somebody_types()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);

        var typing = discord.Interactions.Type(discord.Ana, discord.General, "x-hello", "to", "An");

        Assert.Equal("An1", (string?)(await typing.First)["data"]!["choices"]![0]!["value"]);
    }

    [Fact]
    public async Task A_subcommand_and_the_bare_command_beside_it_both_work()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);

        var added = discord.Interactions.Use(discord.Ana, discord.General, "x-group add", ("n", 7));
        var bare = discord.Interactions.Use(discord.Ana, discord.General, "x-group show");

        Assert.Contains("7", DiscordDouble.Words(await added.Shown), StringComparison.Ordinal);
        Assert.Contains("Bare", DiscordDouble.Words(await bare.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_are_those_that_Discord_sends_along_with_the_call()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);

        var member = discord.Interactions.Use(discord.Ana, discord.General, "x-admin");
        var admin = discord.Interactions.Use(discord.Admin, discord.General, "x-admin");

        Assert.Contains("For admins", DiscordDouble.Words(await member.Shown), StringComparison.Ordinal);
        Assert.Contains("Yes, admin", DiscordDouble.Words(await admin.Shown), StringComparison.Ordinal);
        Assert.DoesNotContain(discord.Requests, r => r.Path.Contains("/members/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_button_puts_another_card_in_the_place_of_its_own()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        var card = await discord.Interactions.Use(discord.Ana, discord.General, "x-card").Shown;

        var press = discord.Interactions.Press(discord.Ana, discord.General, card, "Decide");

        Assert.Contains("Decided on", DiscordDouble.Words(await press.Shown), StringComparison.Ordinal);
        Assert.Equal(UpdateMessage, press.FirstType);
        Assert.Single(discord.General.Messages);
    }

    [Fact]
    public async Task A_slow_button_is_acknowledged_first()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        var card = await discord.Interactions.Use(discord.Ana, discord.General, "x-card").Shown;
        SomeCommands.Gate = new TaskCompletionSource();

        var press = discord.Interactions.Press(discord.Ana, discord.General, card, "Decide slowly");
        var first = await press.First;
        SomeCommands.Gate.SetResult();

        Assert.Equal(DeferUpdate, (int)first["type"]!);
        Assert.Contains("Decided slowly", DiscordDouble.Words(await press.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_button_that_is_not_for_everyone_refuses_in_private_and_leaves_the_card()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        var card = await discord.Interactions.Use(discord.Ana, discord.General, "x-card").Shown;

        var press = discord.Interactions.Press(discord.Ana, discord.General, card, "Admins only");

        Assert.Contains("For admins", DiscordDouble.Words(await press.Shown), StringComparison.Ordinal);
        Assert.True(press.IsPrivate);
        Assert.Contains("A card", DiscordDouble.Words(discord.General.Messages.Values.Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_of_two_pages_is_shown_page_by_page_and_handed_in_whole()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);

        var opened = discord.Interactions.Use(discord.Ana, discord.General, "x-form");
        Assert.Equal(Modal, (int)(await opened.First)["type"]!);
        var between = discord.Interactions.Submit(opened, ("where", [discord.General.Id]), ("name", ["Ana"]));
        var next = discord.Interactions.Press(discord.Ana, discord.General, await between.Shown, "Continue");
        Assert.Contains("2 of 2", (string?)(await next.First)["data"]!["title"], StringComparison.Ordinal);
        var done = discord.Interactions.Submit(next, ("how", ["b"]), ("many", ["3", "4"]));

        Assert.Contains("Saved", DiscordDouble.Words(await done.Shown), StringComparison.Ordinal);
        Assert.Equal("Ana", SomeCommands.Submitted!.Text("name"));
        Assert.Equal([discord.General.Id], SomeCommands.Submitted.All("where"));
        Assert.Equal(["b"], SomeCommands.Submitted.All("how"));
        Assert.Equal(["3", "4"], SomeCommands.Submitted.All("many"));
    }

    [Fact]
    public async Task A_form_with_a_wrong_answer_can_be_mended_with_all_answers_kept()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        var opened = discord.Interactions.Use(discord.Ana, discord.General, "x-form");
        await opened.First;
        var between = discord.Interactions.Submit(opened, ("name", ["wrong"]));
        var next = discord.Interactions.Press(discord.Ana, discord.General, await between.Shown, "Continue");
        await next.First;
        var refused = await discord.Interactions.Submit(next, ("how", ["b"])).Shown;

        Assert.Contains("nobody of that name", DiscordDouble.Words(refused), StringComparison.Ordinal);
        var again = discord.Interactions.Press(discord.Ana, discord.General, refused, "Mend it");
        var name = (await again.First)["data"]!["components"]!.AsArray().First(c => (string?)c!["component"]?["custom_id"] == "name");

        Assert.Equal("wrong", (string?)name!["component"]!["value"]);
    }

    [Fact]
    public async Task A_wrong_answer_on_the_first_page_is_told_before_the_second()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        var opened = discord.Interactions.Use(discord.Ana, discord.General, "x-form");
        await opened.First;

        var refused = await discord.Interactions.Submit(opened, ("name", ["early"])).Shown;
        var again = discord.Interactions.Press(discord.Ana, discord.General, refused, "Mend it");
        await again.First;
        var between = await discord.Interactions.Submit(again, ("name", ["Ana"])).Shown;

        Assert.Contains("That is too early", DiscordDouble.Words(refused), StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody was asked", DiscordDouble.Words(refused), StringComparison.Ordinal);
        Assert.Contains("Part 1 of 2 is done", DiscordDouble.Words(between), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_nobody_remembers_says_so()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        var opened = discord.Interactions.Use(discord.Ana, discord.General, "x-form");
        await opened.First;
        var between = discord.Interactions.Submit(opened, ("name", ["Ana"]));
        var card = await between.Shown;

        var someoneElse = discord.Interactions.Press(discord.Admin, discord.General, card, "Continue");

        Assert.Contains("open for too long", DiscordDouble.Words(await someoneElse.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_message_menu_hands_in_the_message()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        var message = discord.Say(discord.Ana, discord.General, "look at this");

        var look = discord.Interactions.UseMenu(discord.Admin, discord.General, "Look closer", message);

        await look.Shown;
        Assert.Equal("look at this", SomeCommands.Looked!.Target.Text);
        Assert.Equal(discord.Ana.Id, SomeCommands.Looked.Target.Author.Member);
        Assert.Equal(discord.General.Id, SomeCommands.Looked.Target.Address.Channel.Channel);
    }

    [Fact]
    public async Task In_a_direct_conversation_commands_that_work_anywhere_are_answered()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);

        var hello = discord.Interactions.Use(discord.Ana, discord.World.DirectWith(discord.Ana), "x-hello", ("to", "me"));

        Assert.Contains("me", DiscordDouble.Words(await hello.Shown), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_do_not_wait_behind_a_limit_that_holds_back_posts()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        discord.Fail("POST", "/messages", 429, times: 1, body: """{"message":"slow down","retry_after":60,"global":true}""", headers: ("X-RateLimit-Global", "true"));
        using var giveUp = new CancellationTokenSource();
        var stuck = bot.Platform.PostAsync(DiscordNames.Channel(discord.Guild.Id, discord.General.Id), Chat.Card.Of("stuck"), new Chat.PostKey("k"), silent: false, giveUp.Token);
        await GatewayTests.EventuallyAsync(() => discord.Requests.Any(r => r.Status == 429));

        var hello = discord.Interactions.Use(discord.Ana, discord.General, "x-hello", ("to", "you"));

        Assert.Contains("you", DiscordDouble.Words(await hello.Shown), StringComparison.Ordinal);
        Assert.False(stuck.IsCompleted);
        await giveUp.CancelAsync();
    }

    [Fact]
    public async Task Commands_are_told_to_Discord_once_and_again_only_when_they_changed()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using (await StartAsync(discord))
        {
        }

        await using (await StartAsync(discord))
        {
        }

        Assert.Equal(1, discord.Requests.Count(r => r.Method == "PUT"));
        var admin = discord.World.Commands.First(c => (string?)c!["name"] == "x-admin");
        Assert.Equal("32", (string?)admin!["default_member_permissions"]);
        Assert.Equal("Le dit à tous", (string?)discord.World.Commands.First(c => (string?)c!["name"] == "x-loud")!["description_localizations"]!["fr"]);
        Assert.Equal([0, 1, 2], discord.World.Commands.First(c => (string?)c!["name"] == "x-hello")!["contexts"]!.AsArray().Select(n => (int)n!));
    }

    [Fact]
    public async Task Every_message_of_the_bot_mentions_nobody_and_says_who_it_is()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await StartAsync(discord);
        await discord.Interactions.Use(discord.Ana, discord.General, "x-card").Shown;

        var callback = discord.Requests.Single(r => r.Path.EndsWith("/callback", StringComparison.Ordinal));

        Assert.Empty(callback.Body!["data"]!["allowed_mentions"]!["parse"]!.AsArray());
        Assert.StartsWith("DiscordBot (", callback.Headers["User-Agent"], StringComparison.Ordinal);
    }

    private static Task<DiscordBot> StartAsync(DiscordDouble discord) => DiscordBot.StartAsync(discord, change: SomeCommands.Add);
}
