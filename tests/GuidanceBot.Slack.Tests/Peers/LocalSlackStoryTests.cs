using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Screening;
using GuidanceBot.Slack.Tests.Stories;
using GuidanceBot.Testing;

namespace GuidanceBot.Slack.Tests.Peers;

/// <summary>Whole stories on a Slack that nobody here wrote. It hands each envelope to every socket, so there is one.</summary>
public sealed class LocalSlackStoryTests
{
    private const string Risky = "Mrs Edith Harrowgate, DOB 14/03/1941, NHS 943 476 5919, is back on our ward, what a nightmare";

    [PeerFact("slack", LocalSlack.Package)]
    public async Task A_member_asks_checks_a_draft_and_looks_at_the_home_and_the_moderators_decide()
    {
        using var data = new Folder();
        await using var slack = await LocalSlack.StartAsync();
        await using var bot = await StartAsync(slack, data);

        await slack.ConnectedAsync();

        // A command, and a form where it came without what it needs.
        await slack.DoAsync("command", new { channel = "C0GENERAL", user = "U0MEL", command = "/guidance", text = "takeaways" });
        await slack.MessageAsync("C0GENERAL", m => (string?)m["ephemeral_to"] == "U0MEL", "the private answer");
        await slack.DoAsync("command", new { channel = "C0GENERAL", user = "U0MEL", command = "/guidance", text = "check" });
        await slack.UntilAsync(async () => (await slack.CallsAsync("views.open")).Count > 0, "the form");
        await slack.SubmitAsync("U0MEL", "draft", "We finally cracked the rota!");

        // The home.
        await slack.DoAsync("open-home", new { user = "U0MEL" });
        await slack.UntilAsync(async () => (await slack.CallsAsync("views.publish")).Count > 0, "the home");

        // A message, its flag, a decision, and an edit of another.
        await slack.DoAsync("message", new { channel = "C0GENERAL", user = "U0MEL", text = Risky });
        var card = await slack.MessageAsync("C0MODS", m => Drawn(m).Contains("Fine here", StringComparison.Ordinal), "the flag's card");
        Assert.DoesNotContain("Harrowgate", Drawn(card), StringComparison.Ordinal);
        await slack.PressAsync("U0ADA", "C0MODS", card, "Fine here");
        await slack.UntilAsync(async () => (await slack.MessagesAsync("C0MODS")).Any(m => (string?)m["ts"] == (string?)card["ts"] && Drawn(m) != Drawn(card)), "the decision on the card");

        var second = (await slack.DoAsync("message", new { channel = "C0GENERAL", user = "U0MEL", text = Risky.Replace("Edith", "Maud", StringComparison.Ordinal) }))["message"]!;
        var other = await slack.MessageAsync("C0MODS", m => Drawn(m).Contains("Fine here", StringComparison.Ordinal) && (string?)m["ts"] != (string?)card["ts"], "the second card");
        await slack.DoAsync("edit-message", new { channel = "C0GENERAL", ts = (string?)second["ts"], user = "U0MEL", text = "Long day, glad it is over" });
        await slack.UntilAsync(async () => (await slack.MessagesAsync("C0MODS")).Any(m => (string?)m["ts"] == (string?)other["ts"] && Drawn(m) != Drawn(other)), "the mended message's card closed");

        // A tip, posted once however often it is tried.
        var tips = new ChannelAddress("slack", LocalSlack.Team, "C0TIPS");
        var tip = await bot.Platform.PostAsync(tips, Card.Of("A tip"), new PostKey("tip-1"), silent: true, default);
        Assert.Equal(tip, await bot.Platform.PostAsync(tips, Card.Of("A tip"), new PostKey("tip-1"), silent: true, default));
        Assert.Single(await slack.MessagesAsync("C0TIPS"));
    }

    private static string Drawn(JsonObject message) => message["blocks"]?.ToJsonString() ?? "";

    private static Task<SlackBot> StartAsync(LocalSlack slack, Folder data)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Slack:BotToken"] = "xoxb-test-token",
            ["Slack:AppToken"] = "xapp-test-token",
            ["Slack:ApiBase"] = new Uri(slack.Address, "api").ToString(),
            ["Slack:Connections"] = "1",
        };
        return SlackBot.StartAsync(data.Path, settings, new CommunitySettings
        {
            Address = new CommunityAddress("slack", LocalSlack.Team),
            SetUpAt = DateTimeOffset.UnixEpoch,
            Watched = new Dictionary<string, ChannelMode> { ["C0GENERAL"] = ChannelMode.General },
            ModeratorsChannel = "C0MODS",
            ModeratorRoles = ["C0MODS"],
            CardAtOnce = Severity.Low,
        });
    }
}
