using System.Text.Json.Nodes;
using GuidanceBot.Testing;
using GuidanceBot.Testing.Slack;

namespace GuidanceBot.Slack.Tests.Peers;

/// <summary>Unmodified @slack/bolt against our double: if it is not content, the double proves nothing.</summary>
public sealed class RefereeTests
{
    [PeerFact("slack", "@slack/bolt")]
    public async Task The_official_library_takes_the_double_for_Slack()
    {
        await using var slack = await SlackDouble.StartAsync();
        await using var referee = Start(slack);

        Assert.Equal(DoubleWorkspace.Team, (string?)(await SawAsync(referee, "ready"))["team"]);

        var (message, heard) = slack.Say("U0MEL", "C0GENERAL", "answer me");
        Assert.Equal("answer me", (string?)(await SawAsync(referee, "message"))["text"]);
        await heard!.Acked;
        var posted = await slack.NextPostAsync("C0GENERAL", "here");
        await SawAsync(referee, "posted");

        slack.Press("U0MEL", "C0GENERAL", posted, "Press");
        Assert.Equal("v1", (string?)(await SawAsync(referee, "pressed"))["value"]);
        await slack.UntilAsync(() => posted.Text == "pressed", "the update");

        slack.Edit(message, "C0GENERAL", "answer me, please");
        Assert.Equal("answer me, please", (string?)(await SawAsync(referee, "message_changed"))["text"]);
        slack.Say("U0MEL", "C0GENERAL", "<@U0BOT> hello");
        await SawAsync(referee, "mention");

        slack.Slash("U0MEL", "C0OTHER", "ping");
        Assert.Equal("pong ping", (await slack.NextEphemeralAsync("U0MEL", "pong")).Text);

        slack.Slash("U0MEL", "C0GENERAL", "form");
        await SawAsync(referee, "opened");
        Assert.Equal("exchanged_trigger_id", (string?)(await SawAsync(referee, "refused"))["error"]);
        Assert.Equal("errors", (string?)(await slack.Submit("U0MEL", ("why", ["wrong"])).Acked)!["response_action"]);
        await slack.Submit("U0MEL", ("why", ["because"])).Acked;
        await referee.SawAsync(l => (string?)l["why"] == "because", "the form");

        slack.MessageShortcut("U0MEL", "C0GENERAL", message, "report");
        Assert.Equal("answer me, please", (string?)(await SawAsync(referee, "menu"))["text"]);
        slack.GlobalShortcut("U0MEL", "check_draft");
        await SawAsync(referee, "shortcut");
        slack.OpenHome("U0MEL");
        await SawAsync(referee, "home");

        slack.Delete(message, "C0GENERAL");
        await SawAsync(referee, "message_deleted");
        await referee.SawAsync(l => (string?)l["method"] == "conversations.open", "the last refusal");
        Assert.Equal(
            ["not_in_channel", "channel_not_found", "message_not_found", "user_not_found"],
            referee.Lines.Where(l => (string?)l["saw"] == "refusal").Select(l => (string?)l["error"]));
        Assert.DoesNotContain(referee.Lines, l => (string?)l["saw"] is "error" or "allowed");
        Assert.Empty(slack.Sockets.Complaints);
    }

    [PeerFact("slack", "@slack/bolt")]
    public async Task The_official_library_comes_back_after_a_planned_disconnect()
    {
        await using var slack = await SlackDouble.StartAsync();
        await using var referee = Start(slack);
        await SawAsync(referee, "ready");

        var opened = slack.Sockets.Opened;
        await slack.Sockets.Open[0].DisconnectAsync("refresh_requested");
        await slack.UntilAsync(() => slack.Sockets.Opened > opened, "a new socket");

        slack.Say("U0MEL", "C0GENERAL", "<@U0BOT> still there?");
        await SawAsync(referee, "mention");
    }

    private static PeerProcess Start(SlackDouble slack) =>
        new("slack", "node", "referee.mjs", slack.ApiBase.ToString().TrimEnd('/'), SlackDouble.BotToken, SlackDouble.AppToken);

    private static Task<JsonNode> SawAsync(PeerProcess referee, string what) => referee.SawAsync(l => (string?)l["saw"] == what, what);
}
