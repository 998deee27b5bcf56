using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Testing.Discord;
using Xunit;

namespace GuidanceBot.Discord.Tests;

public sealed class PlatformTests
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_same_key_posts_once_even_when_Discord_has_long_forgotten_it()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        var where = Address(discord.General, discord);
        var first = await bot.Platform.PostAsync(where, Card.Of("Tip"), new PostKey("tip:1"), silent: true, None);
        await bot.Platform.RedrawAsync(first.Message!.Value, Card.Of("Tip, redrawn"), None);
        discord.World.ForgetNonces();

        var second = await bot.Platform.PostAsync(where, Card.Of("Tip"), new PostKey("tip:1"), silent: true, None);
        var other = await bot.Platform.PostAsync(where, Card.Of("Tip"), new PostKey("tip:2"), silent: true, None);

        Assert.Equal(first.Message, second.Message);
        Assert.NotEqual(first.Message, other.Message);
        Assert.Equal(2, discord.General.Messages.Count);
        Assert.True(((int)discord.General.Messages.Values.First()["flags"]! & (1 << 12)) != 0);
    }

    [Fact]
    public async Task A_refused_direct_message_is_an_answer_and_nothing_is_posted_anywhere()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        discord.Ana.TakesDirectMessages = false;

        var told = await bot.Platform.TellAsync(Member(discord.Ana, discord), Card.Of("A note"), new PostKey("n1"), None);

        Assert.Equal(Outcome.Unreachable, told.Outcome);
        Assert.All(discord.World.Channels.Values, c => Assert.Empty(c.Messages));
    }

    [Fact]
    public async Task A_direct_message_reaches_the_member()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);

        var told = await bot.Platform.TellAsync(Member(discord.Ana, discord), Card.Of("A note"), new PostKey("n1"), None);

        Assert.Equal(Outcome.Done, told.Outcome);
        Assert.Contains("A note", DiscordDouble.Words(discord.World.DirectWith(discord.Ana).Messages.Values.Single()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_is_removed_with_its_reason_in_the_audit_log()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        var message = At(discord.Say(discord.Ana, discord.General, "too much"), discord.General, discord);

        Assert.Equal(Outcome.Done, await bot.Platform.RemoveAsync(message, "A moderator decided: über cases", None));
        Assert.Equal(Outcome.Done, await bot.Platform.RemoveAsync(message, "again", None));
        Assert.Equal(Outcome.Gone, (await bot.Platform.ReadAsync(message, None)).Outcome);
        Assert.Equal("A%20moderator%20decided%3A%20%C3%BCber%20cases", discord.Requests.First(r => r.Method == "DELETE").Headers["X-Audit-Log-Reason"]);
    }

    [Fact]
    public async Task Where_the_bot_may_not_a_refusal_is_an_answer()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        var message = At(discord.Say(discord.Ana, discord.General, "text"), discord.General, discord);
        discord.General.Denied = 8192 | 2048;

        Assert.Equal(Outcome.NotPermitted, await bot.Platform.RemoveAsync(message, "why", None));
        Assert.Equal(Outcome.NotPermitted, (await bot.Platform.PostAsync(Address(discord.General, discord), Card.Of("x"), new PostKey("x"), false, None)).Outcome);
    }

    [Fact]
    public async Task Channels_are_listed_with_what_the_bot_lacks_in_each()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        discord.Moderators.Denied = 2048;
        discord.World.AddChannel(discord.Guild, "cases", 15);
        discord.World.AddChannel(discord.Guild, "a heading", 4);

        var channels = await bot.Platform.ListChannelsAsync(new CommunityAddress("discord", discord.Guild.Id), None);

        Assert.Equal(["general", "moderators", "cases"], channels.Select(c => c.Name));
        Assert.Equal("", channels[0].Missing);
        Assert.False(channels[1].BotMayPost);
        Assert.Contains("Send Messages", channels[1].Missing, StringComparison.Ordinal);
        Assert.True(channels[2] is { BotMayRead: true, BotMayPost: false });
    }

    [Fact]
    public async Task A_members_rights_are_summed_from_their_roles()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        discord.Ana.Roles.Add(discord.World.AddRole(discord.Guild, "Leads", permissions: 32));

        var ana = await bot.Platform.FindMemberAsync(Member(discord.Ana, discord), None);
        var ada = await bot.Platform.FindMemberAsync(Member(discord.Admin, discord), None);
        var owner = await bot.Platform.FindMemberAsync(new MemberId("discord", discord.Guild.Id, discord.Guild.Owner), None);

        Assert.True(ana!.ManagesCommunity);
        Assert.False(ada!.ManagesCommunity);
        Assert.True(owner!.ManagesCommunity);
        Assert.Null(await bot.Platform.FindMemberAsync(new MemberId("discord", discord.Guild.Id, "42"), None));
        Assert.Equal(["Leads"], (await bot.Platform.ListRolesAsync(new CommunityAddress("discord", discord.Guild.Id), None)).Select(r => r.Name));
    }

    [Fact]
    public async Task A_channel_is_read_back_with_its_threads_in_the_order_in_which_it_was_written()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        var seen = discord.Say(discord.Ana, discord.General, "seen before");
        var thread = discord.World.AddChannel(discord.Guild, "a thread", 11, discord.General);
        for (var i = 0; i < 250; i++)
            discord.Say(i % 7 == 0 ? discord.World.Bot : discord.Ana, i % 3 == 0 ? thread : discord.General, $"{i}");

        var read = new List<ChatMessage>();
        await foreach (var message in bot.Platform.ReadSinceAsync(Address(discord.General, discord), (string?)seen["id"], None))
            read.Add(message);

        Assert.Equal(Enumerable.Range(0, 250).Where(i => i % 7 != 0).Select(i => $"{i}"), read.Select(m => m.Text));
        Assert.All(read, m => Assert.Equal(discord.General.Id, m.Watched.Channel));
    }

    [Fact]
    public async Task Threads_that_were_put_away_meanwhile_are_read_back_however_many_and_private_ones_the_bot_is_in()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        var longAgo = PutAway(discord, 11, "closed long before", TimeProvider.System.GetUtcNow().AddDays(-30));
        var seen = discord.Say(discord.Ana, discord.General, "seen before");
        for (var i = 0; i < 230; i++)
            discord.Say(discord.Ana, PutAway(discord, 11, $"thread {i}", TimeProvider.System.GetUtcNow().AddSeconds(i)), $"public {i}");
        for (var i = 0; i < 120; i++)
            discord.Say(discord.Ana, PutAway(discord, 12, $"closed circle {i}", TimeProvider.System.GetUtcNow()), $"private {i}");

        var read = new List<string>();
        await foreach (var message in bot.Platform.ReadSinceAsync(Address(discord.General, discord), (string?)seen["id"], None))
            read.Add(message.Text);

        Assert.Equal([.. Enumerable.Range(0, 230).Select(i => $"public {i}"), .. Enumerable.Range(0, 120).Select(i => $"private {i}")], read);
        Assert.DoesNotContain(discord.Requests, r => r.Path.Contains(longAgo.Id, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_forum_is_read_back_by_its_posts()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        var forum = discord.World.AddChannel(discord.Guild, "questions", 15);
        var post = discord.World.AddChannel(discord.Guild, "a question", 11, forum);
        discord.Say(discord.Ana, post, "How do you all do it?");

        var read = new List<string>();
        await foreach (var message in bot.Platform.ReadSinceAsync(Address(forum, discord), "1", None))
            read.Add(message.Text);

        Assert.Equal(["How do you all do it?"], read);
    }

    [Fact]
    public async Task A_channel_that_may_not_be_read_back_does_not_pass_for_an_empty_one()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        discord.Say(discord.Ana, discord.General, "who saw this?");
        discord.General.Denied = 1 << 16; // Read Message History

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var _ in bot.Platform.ReadSinceAsync(Address(discord.General, discord), "1", None))
            {
            }
        });
    }

    [Fact]
    public async Task A_reading_back_that_Discord_does_not_answer_says_so_instead_of_ending_early()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, clock: new HurriedClock(50));
        discord.Say(discord.Ana, discord.General, "who saw this?");
        discord.Fail("GET", "/messages", 503, times: 20);

        await Assert.ThrowsAsync<HttpRequestException>(async () =>
        {
            await foreach (var _ in bot.Platform.ReadSinceAsync(Address(discord.General, discord), "1", None))
            {
            }
        });
    }

    [Fact]
    public async Task Whoever_adds_the_bot_is_greeted_with_one_next_step_and_leaving_forgets_the_community()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        await bot.SetUpAsync();
        var guild = discord.World.AddGuild("New ward");
        var owner = guild.Members[guild.Owner];

        discord.Gateway.Emit("GUILD_CREATE", discord.World.GuildJson(guild), guild.Id, 1);
        var greeting = (await discord.PostsAsync(discord.World.DirectWith(owner), 1))[0];
        discord.Gateway.Emit("GUILD_DELETE", new JsonObject { ["id"] = discord.Guild.Id }, discord.Guild.Id, 1);

        Assert.Contains("/setup", DiscordDouble.Words(greeting), StringComparison.Ordinal);
        await GatewayTests.EventuallyAsync(() => !bot.IsSetUp());
        Assert.False(bot.IsSetUp());
    }

    private static DoubleChannel PutAway(DiscordDouble discord, int type, string name, DateTimeOffset at)
    {
        var thread = discord.World.AddChannel(discord.Guild, name, type, discord.General);
        (thread.PutAwayAt, thread.BotIsIn) = (at, true);
        return thread;
    }

    internal static ChannelAddress Address(DoubleChannel channel, DiscordDouble discord) => DiscordNames.Channel(discord.Guild.Id, channel.Id);

    internal static MessageAddress At(JsonObject message, DoubleChannel channel, DiscordDouble discord) => new(Address(channel, discord), (string)message["id"]!);

    private static MemberId Member(DoubleMember member, DiscordDouble discord) => new("discord", discord.Guild.Id, member.Id);
}
