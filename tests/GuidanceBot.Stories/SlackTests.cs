using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Hosting;
using GuidanceBot.Screening;
using GuidanceBot.Testing;
using GuidanceBot.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GuidanceBot.Stories;

/// <summary>The real executable on a Slack of this machine, through a power cut.</summary>
public sealed class SlackTests
{
    private const string Risky = "Mrs Edith Harrowgate, DOB 14/03/1941, NHS 943 476 5919, is back on our ward, what a nightmare";

    [Fact]
    public async Task A_power_cut_loses_no_message_and_doubles_no_card()
    {
        using var data = new TempFolder();
        await using var slack = await SlackDouble.StartAsync();
        var settings = On(slack);
        await SetUpAsync(data.Path);

        // The card is posted, but the answer that says so never comes; then the power goes.
        slack.Fail("chat.postMessage", DoubleFault.HalfDone);
        await using (var first = await BotProcess.ServeAsync(data.Path, settings))
        {
            await slack.UntilAsync(() => slack.Sockets.Open.Count == 2, "two sockets");
            slack.Say("U0MEL", "C0GENERAL", Risky);
            await slack.UntilAsync(() => slack.Posts("G0MODS").Count == 1, "the card");
            await first.KillAsync();
        }

        slack.Say("U0SAM", "C0GENERAL", Risky.Replace("Edith", "Maud", StringComparison.Ordinal));
        await using var second = await BotProcess.ServeAsync(data.Path, settings);
        await slack.UntilAsync(() => slack.Posts("G0MODS").Count >= 2, "the card of what was written meanwhile");
        slack.Say("U0SAM", "C0GENERAL", Risky.Replace("Edith", "Ivy", StringComparison.Ordinal));
        await slack.UntilAsync(() => slack.Posts("G0MODS").Count >= 3, "the card of what came after");

        Assert.Equal(3, slack.Posts("G0MODS").Count);
        Assert.Empty(slack.Sockets.Complaints);
        Assert.DoesNotContain("Harrowgate", second.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(SlackDouble.BotToken, second.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_power_cut_in_the_first_seconds_loses_nothing_either()
    {
        using var data = new TempFolder();
        await using var slack = await SlackDouble.StartAsync();
        slack.Sockets.Forgetful = true;
        await SetUpAsync(data.Path);
        await using (var first = await BotProcess.ServeAsync(data.Path, On(slack)))
        {
            await slack.UntilAsync(() => slack.Sockets.Open.Count == 2, "two sockets");
            await Store.UntilAsync("the first mark is written", () => Store.Count(data.Bot(), "SELECT count(*) FROM WatchedChannels WHERE LastHandled IS NOT NULL") == 1);
            await first.KillAsync(); // before any message was handled
        }

        slack.Say("U0MEL", "C0GENERAL", Risky);
        await using var second = await BotProcess.ServeAsync(data.Path, On(slack));

        await slack.UntilAsync(() => slack.Posts("G0MODS").Count == 1, "the card of what was written meanwhile");
    }

    private static Dictionary<string, string> On(SlackDouble slack) => new()
    {
        ["Slack__BotToken"] = SlackDouble.BotToken,
        ["Slack__AppToken"] = SlackDouble.AppToken,
        ["Slack__ApiBase"] = slack.ApiBase.ToString(),
    };

    private static async Task SetUpAsync(string data)
    {
        var folders = Folders.From(Path.Combine(Repository.Root, "config"), data);
        await using var app = await BotHost.BuildAsync(folders, new Dictionary<string, string?> { ["Playground:Enabled"] = "false" }, CancellationToken.None);
        await app.Services.GetRequiredService<CommunityBook>().SaveAsync(
            new CommunitySettings
            {
                Address = new CommunityAddress("slack", DoubleWorkspace.Team),
                SetUpAt = DateTimeOffset.UnixEpoch,
                Watched = new Dictionary<string, ChannelMode> { ["C0GENERAL"] = ChannelMode.General },
                ModeratorsChannel = "G0MODS",
                CardAtOnce = Severity.Low,
            },
            CancellationToken.None);
    }
}
