using System.Text.Json.Nodes;
using GuidanceBot.Testing.Discord;
using Xunit;

namespace GuidanceBot.Stories;

/// <summary>The real executable as a Discord bot, with the double as Discord: from /setup to a decision, through a power cut.</summary>
public sealed class DiscordTests
{
    private const string Risky = "pt's NHS number is 943 476 5870, can somebody chase her results";

    [Fact]
    public async Task An_admin_sets_up_a_risky_message_is_flagged_and_a_moderator_decides()
    {
        using var data = new TempFolder();
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await BotProcess.ServeAsync(data.Path, On(discord));
        await SetUpAsync(discord);
        var before = discord.Moderators.Messages.Count;

        discord.Say(discord.Ana, discord.General, "Lovely weather today");
        var risky = discord.Say(discord.Ana, discord.General, Risky);
        var card = (await discord.PostsAsync(discord.Moderators, before + 1))[^1];
        Assert.Contains("recognisable", DiscordDouble.Words(card), StringComparison.Ordinal);
        Assert.DoesNotContain("943 476 5870", DiscordDouble.Words(card), StringComparison.Ordinal);

        var refused = await discord.Interactions.Press(discord.Ana, discord.Moderators, card, "Fine here").Shown;
        Assert.Contains("For moderators", DiscordDouble.Words(refused), StringComparison.Ordinal);
        await discord.Interactions.Press(discord.Admin, discord.Moderators, card, "Ask the author").Shown;
        var note = (await discord.PostsAsync(discord.World.DirectWith(discord.Ana), 1))[0];
        Assert.Contains("GuidanceBot has a note for you", DiscordDouble.Words(note), StringComparison.Ordinal);

        discord.Edit(discord.General, risky, "can somebody chase her results");
        await Store.UntilAsync("the mended message closes its flag", () => Store.Count(data.Bot(), "SELECT count(*) FROM Flags WHERE State = (SELECT max(State) FROM Flags) AND ClosedAt IS NOT NULL") == 1);
        Assert.DoesNotContain("943 476", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_written_while_the_bot_was_away_is_flagged_once_after_a_power_cut_and_after_a_lost_session()
    {
        using var data = new TempFolder();
        await using var discord = await DiscordDouble.StartAsync();
        await using (var bot = await BotProcess.ServeAsync(data.Path, On(discord)))
        {
            await SetUpAsync(discord);
            discord.Say(discord.Ana, discord.General, "Good morning");
            await Store.UntilAsync("how far was read is written", () => Store.Count(data.Bot(), "SELECT count(*) FROM WatchedChannels WHERE LastHandled IS NOT NULL") == 1);
            await bot.KillAsync();
        }

        var before = discord.Moderators.Messages.Count;
        discord.Say(discord.Ana, discord.General, Risky);
        await using var again = await BotProcess.ServeAsync(data.Path, On(discord));
        await discord.PostsAsync(discord.Moderators, before + 1);

        // Half an hour away: nothing can be resumed, and Discord repeats nothing.
        var old = discord.Gateway.Current;
        var identifies = discord.Gateway.Identifies;
        discord.Gateway.ForgetAll();
        discord.Say(discord.Ana, discord.General, Risky + " please");
        old.Kill();
        await discord.Gateway.UntilAsync(g => g.Identifies > identifies, "the bot is back");
        await discord.PostsAsync(discord.Moderators, before + 2);

        discord.Say(discord.Ana, discord.General, Risky + " thank you");
        await discord.PostsAsync(discord.Moderators, before + 3);
        Assert.Equal(before + 3, discord.Moderators.Messages.Count);
        Assert.Equal(3, Store.Count(data.Bot(), "SELECT count(*) FROM Flags"));
    }

    [Fact]
    public async Task The_doctor_and_the_manifest_know_Discord()
    {
        await using var discord = await DiscordDouble.StartAsync();
        discord.World.ApplicationFlags = 0;

        var doctor = await BotProcess.RunAsync(["doctor"], settings: On(discord));
        var manifest = await BotProcess.RunAsync(["manifest", "discord", "--without-screening"]);

        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains("mend  Discord: Message Content is off", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("in Ward 7 and friends the bot can post in 2 and read 2 of 2 channels", doctor.Output, StringComparison.Ordinal);
        var json = JsonNode.Parse(manifest.Output)!;
        Assert.Empty(json["privilegedIntents"]!.AsArray());
        Assert.Contains(json["commands"]!.AsArray(), c => (string?)c!["name"] == "ask");
    }

    [Fact]
    public async Task The_doctor_names_the_right_that_the_bot_lacks_in_a_picked_channel()
    {
        using var data = new TempFolder();
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await BotProcess.ServeAsync(data.Path, On(discord));
        await SetUpAsync(discord);
        discord.General.Denied = 1 << 16;

        var doctor = await BotProcess.RunAsync(["doctor", "--data", data.Path], settings: On(discord));

        Assert.Equal(1, doctor.ExitCode);
        Assert.Contains("mend  Discord: in Ward 7 and friends the bot should read #general. Here I lack Read Message History.", doctor.Output, StringComparison.Ordinal);
        Assert.Contains("ok    Discord: in Ward 7 and friends the bot may post in #moderators, as picked.", doctor.Output, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> On(DiscordDouble discord) => new()
    {
        ["Discord__Token"] = DiscordDouble.Token,
        ["Discord__ApiBase"] = discord.ApiBase.ToString(),
    };

    // Through the form of /setup, page by page, as an admin would.
    private static async Task SetUpAsync(DiscordDouble discord)
    {
        await discord.Gateway.UntilAsync(g => g.Identifies > 0, "the bot is there");
        var form = discord.Interactions.Use(discord.Admin, discord.General, "setup");
        await form.First;
        (string, string[])[][] pages =
        [
            [("general", [discord.General.Id])],
            [("moderators_channel", [discord.Moderators.Id])],
            [("zone", ["Europe/London"])],
        ];
        foreach (var answers in pages)
        {
            var between = await discord.Interactions.Submit(form, answers).Shown;
            form = discord.Interactions.Press(discord.Admin, discord.General, between, "Continue");
            await form.First;
        }

        var summary = await discord.Interactions.Submit(form).Shown;
        await discord.Interactions.Press(discord.Admin, discord.General, summary, "Save").Shown;
    }
}
