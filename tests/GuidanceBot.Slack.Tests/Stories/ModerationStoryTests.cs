using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Moderation;
using GuidanceBot.Testing.Slack;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Slack.Tests.Stories;

/// <summary>What happens to risky messages on Slack, with the whole bot.</summary>
public sealed class ModerationStoryTests : IAsyncLifetime
{
    private const string Risky = "Mrs Edith Harrowgate, DOB 14/03/1941, NHS 943 476 5919, is back on our ward, what a nightmare";

    private readonly Folder _data = new();
    private SlackDouble _slack = null!; // set before every test
    private SlackBot? _bot;

    public async Task InitializeAsync()
    {
        _slack = await SlackDouble.StartAsync();
        _slack.OneMessageASecond = false;
        _slack.BePatient();
    }

    public async Task DisposeAsync()
    {
        if (_bot is not null)
            await _bot.DisposeAsync();
        await _slack.DisposeAsync();
        _data.Dispose();
        Assert.Empty(_slack.Sockets.Complaints);
    }

    [Fact]
    public async Task A_risky_message_reaches_the_moderators_and_a_mended_one_closes_its_card()
    {
        await StartAsync();

        var (message, _) = _slack.Say("U0MEL", "C0GENERAL", Risky);
        var card = await FlagAsync();
        var drawn = card.Blocks.ToJsonString();
        _slack.Edit(message, "C0GENERAL", "Long day on the ward, glad it is over");

        await _slack.UntilAsync(() => card.Blocks.ToJsonString() != drawn, "the card drawn again");
        Assert.DoesNotContain("Harrowgate", drawn + card.Blocks.ToJsonString() + card.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_preview_changes_nothing_and_a_deletion_closes_the_card()
    {
        await StartAsync();
        var (message, _) = _slack.Say("U0MEL", "C0GENERAL", Risky);
        var card = await FlagAsync();
        var drawn = card.Blocks.ToJsonString();

        await _slack.Unfurl(message, "C0GENERAL")!.Acked;
        _slack.Delete(message, "C0GENERAL");

        await _slack.UntilAsync(() => card.Blocks.ToJsonString() != drawn, "the card closed");
        Assert.Single(_slack.Calls, c => c.Method == "chat.update");
    }

    [Fact]
    public async Task One_message_under_two_event_ids_and_after_a_restart_is_flagged_once()
    {
        await StartAsync();
        var (message, _) = _slack.Say("U0MEL", "C0GENERAL", Risky);
        await FlagAsync();
        var again = SlackDouble.AsEvent(_slack.Workspace.Channels["C0GENERAL"], message.ToJson());

        foreach (var id in new[] { "EvOther", "EvOther", "EvOther", "EvThird" })
            await _slack.Event(again.DeepClone().AsObject(), id).Acked;
        await _bot!.DisposeAsync();
        await StartAsync();
        await _slack.Event(again.DeepClone().AsObject(), "EvOther").Acked;
        _slack.Say("U0SAM", "C0CASES", Risky.Replace("Edith", "Maud", StringComparison.Ordinal));
        await _slack.UntilAsync(() => _slack.Posts("G0MODS").Count >= 2, "the second message's card");

        Assert.Equal(2, _slack.Posts("G0MODS").Count);
    }

    [Fact]
    public async Task What_was_written_while_the_bot_was_away_is_read_back_threads_included()
    {
        await StartAsync();
        var (first, _) = _slack.Say("U0MEL", "C0GENERAL", "morning all");
        _slack.Say("U0MEL", "C0GENERAL", Risky);
        await FlagAsync();
        _slack.Sockets.Forgetful = true;
        await _bot!.DisposeAsync();

        _slack.Say("U0SAM", "C0GENERAL", Risky.Replace("Edith", "Maud", StringComparison.Ordinal));
        _slack.Say("U0SAM", "C0GENERAL", Risky.Replace("Edith", "Ivy", StringComparison.Ordinal), thread: first.Ts);
        foreach (var n in Enumerable.Range(0, 120))
            _slack.Say("U0SAM", "C0GENERAL", $"just chatting {n}");
        await StartAsync();

        await _slack.UntilAsync(() => _slack.Posts("G0MODS").Count >= 3, "the cards of what was missed");
        Assert.Equal(3, _slack.Posts("G0MODS").Count);
    }

    [Fact]
    public async Task What_was_written_while_the_line_was_down_is_read_back()
    {
        await StartAsync();
        _slack.Say("U0MEL", "C0GENERAL", Risky);
        await FlagAsync();
        await _bot!.DisposeAsync(); // how far it read is written down now at the latest
        await StartAsync();

        _slack.Sockets.Forgetful = true;
        _slack.Fail("apps.connections.open", DoubleFault.Limit(1));
        _slack.Sockets.Open[0].Cut();
        await _slack.UntilAsync(() => _slack.Sockets.Open.Count == 0, "the line down");
        _slack.Say("U0SAM", "C0GENERAL", Risky.Replace("Edith", "Maud", StringComparison.Ordinal));

        await _slack.UntilAsync(() => _slack.Posts("G0MODS").Count == 2, "the card of what was missed");
    }

    [Fact]
    public async Task The_bot_says_honestly_that_it_cannot_remove_and_removes_with_an_admins_token()
    {
        await StartAsync();
        var (message, _) = _slack.Say("U0MEL", "C0GENERAL", Risky);
        var address = new MessageAddress(new ChannelAddress("slack", DoubleWorkspace.Team, "C0GENERAL"), message.Ts);

        Assert.False(_bot!.Platform.Abilities.RemovesOthersMessages);
        Assert.Equal(Outcome.Unsupported, await _bot.Platform.RemoveAsync(address, "decided", default));
        await _bot.DisposeAsync();
        await StartAsync(withUserToken: true);
        Assert.True(_bot.Platform.Abilities.RemovesOthersMessages);
        Assert.Equal(Outcome.Done, await _bot.Platform.RemoveAsync(address, "decided", default));
        Assert.DoesNotContain(message, _slack.Workspace.Channels["C0GENERAL"].Messages);
    }

    [Fact]
    public async Task A_post_whose_answer_got_lost_stands_there_once()
    {
        await StartAsync();
        _slack.Fail("chat.postMessage", DoubleFault.HalfDone);
        var tips = new ChannelAddress("slack", DoubleWorkspace.Team, "C0TIPS");

        var first = await _bot!.Platform.PostAsync(tips, Card.Of("A tip"), new PostKey("tip-1"), silent: true, default);
        var again = await _bot.Platform.PostAsync(tips, Card.Of("A tip"), new PostKey("tip-1"), silent: true, default);

        Assert.Equal(Outcome.Done, first.Outcome);
        Assert.Equal(first.Message, again.Message);
        Assert.Single(_slack.Posts("C0TIPS"));
    }

    [Fact]
    public async Task A_report_from_the_message_menu_opens_a_form_and_reaches_the_moderators()
    {
        await StartAsync();
        var (message, _) = _slack.Say("U0SAM", "C0OTHER", "something that worries people");

        _slack.MessageShortcut("U0MEL", "C0OTHER", message, "report");

        await _slack.UntilAsync(() => (string?)_slack.Views.Newest?["callback_id"] is { } id && id.StartsWith("report", StringComparison.Ordinal), "the report's form");
        _slack.Submit("U0MEL", ("worry", ["harassment_or_threat"]), ("words", ["please have a look"]));

        // The bot was never invited there: it says so, and sends nothing.
        await _slack.UntilAsync(() => (_slack.Views.Newest?.ToJsonString(SlackDouble.Readable) ?? "").Contains("can't read messages there", StringComparison.Ordinal), "the honest answer");
        Assert.Empty(_slack.Posts("G0MODS"));

        var (other, _) = _slack.Say("U0SAM", "C0GENERAL", "something else that worries people");
        _slack.MessageShortcut("U0MEL", "C0GENERAL", other, "report");
        await _slack.UntilAsync(() => (string?)_slack.Views.Newest?["callback_id"] == $"report:C0GENERAL:{other.Ts}", "the second form");
        _slack.Submit("U0MEL", ("worry", ["harassment_or_threat"]), ("words", ["please have a look"]));
        var card = await _slack.NextPostAsync("G0MODS", "may feel threatening");
        Assert.DoesNotContain("U0MEL", card.Blocks.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_author_is_asked_in_private_and_answers_and_the_moderators_see_it()
    {
        await StartAsync();
        _slack.Say("U0MEL", "C0GENERAL", Risky);
        var card = await FlagAsync();

        _slack.Press("U0SAM", "G0MODS", card, "Ask the author");
        var direct = _slack.Workspace.DirectWith("U0MEL");
        var note = await _slack.NextPostAsync(direct.Id, "Open");
        Assert.Equal("GuidanceBot has a note for you", note.Text);
        await _slack.UntilAsync(() => card.Blocks.ToJsonString().Contains("The author has been asked", StringComparison.Ordinal), "the card says so");
        _slack.Press("U0MEL", direct.Id, note, "Open");
        await _slack.UntilAsync(() => note.Blocks.ToJsonString(SlackDouble.Readable).Contains("It's fine because", StringComparison.Ordinal), "the note, opened");
        _slack.Press("U0MEL", direct.Id, note, Labels(note).Single(l => l.StartsWith("It's fine because", StringComparison.Ordinal)));
        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the form for an answer");
        _slack.Submit("U0MEL", ("why", ["it is from a textbook"]));

        await _slack.UntilAsync(() => card.Blocks.ToJsonString().Contains("it is from a textbook", StringComparison.Ordinal), "the answer on the card");
    }

    [Fact]
    public async Task With_an_admins_token_a_moderator_removes_from_the_card_and_it_says_what_was_done()
    {
        await StartAsync(withUserToken: true);
        var (message, _) = _slack.Say("U0MEL", "C0GENERAL", Risky);
        var card = await FlagAsync();

        _slack.Press("U0SAM", "G0MODS", card, "More");
        var more = await _slack.NextEphemeralAsync("U0SAM", "False positive");
        _slack.Press(more, "Remove");

        await _slack.UntilAsync(() => card.Blocks.ToJsonString().Contains("Decided: removed", StringComparison.Ordinal), "the decision on the card");
        Assert.DoesNotContain(message, _slack.Workspace.Channels["C0GENERAL"].Messages);
    }

    [Fact]
    public async Task A_burst_of_flags_lists_the_channels_once_and_every_card_names_its_own()
    {
        await StartAsync();

        for (var n = 0; n < 12; n++)
            _slack.Say("U0MEL", n % 2 == 0 ? "C0GENERAL" : "C0CASES", Risky.Replace("Edith", $"Edith{n}", StringComparison.Ordinal));

        await _slack.UntilAsync(() => _slack.Posts("G0MODS").Count == 12, "twelve cards");
        Assert.Equal(6, _slack.Posts("G0MODS").Count(c => c.Blocks.ToJsonString().Contains("#general", StringComparison.Ordinal)));
        Assert.InRange(_slack.Calls.Count(c => c.Method == "conversations.list"), 1, 2);
    }

    [Fact]
    public async Task Without_the_admins_token_there_is_no_button_to_remove_with()
    {
        await StartAsync();
        _slack.Say("U0MEL", "C0GENERAL", Risky);
        var card = await FlagAsync();

        _slack.Press("U0SAM", "G0MODS", card, "More");

        var more = await _slack.NextEphemeralAsync("U0SAM", "False positive");
        Assert.DoesNotContain("\"Remove\"", more.Blocks.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_right_to_read_a_post_whose_answer_got_lost_is_never_made_twice()
    {
        _slack.Scopes.RemoveWhere(s => s is "channels:history" or "groups:history");
        await StartAsync();
        var tips = new ChannelAddress("slack", DoubleWorkspace.Team, "C0TIPS");
        _slack.Fail("chat.postMessage", DoubleFault.Error("internal_error"));

        var lost = await _bot!.Platform.PostAsync(tips, Card.Of("A tip"), new PostKey("tip-1"), silent: true, default);
        var again = await _bot.Platform.PostAsync(tips, Card.Of("A tip"), new PostKey("tip-1"), silent: true, default);
        await _bot.DisposeAsync();
        await StartAsync();
        var later = await _bot.Platform.PostAsync(tips, Card.Of("A tip"), new PostKey("tip-1"), silent: true, default);
        var other = await _bot.Platform.PostAsync(tips, Card.Of("Another"), new PostKey("tip-2"), silent: true, default);

        Assert.Equal([Outcome.Failed, Outcome.Done, Outcome.Done, Outcome.Done], new[] { lost, again, later, other }.Select(p => p.Outcome));
        Assert.Single(_slack.Posts("C0TIPS"));
        Assert.NotNull(other.Message);
    }

    [Fact]
    public async Task What_could_not_be_read_back_is_told_to_the_moderators()
    {
        await StartAsync();
        _slack.Say("U0MEL", "C0GENERAL", Risky);
        await FlagAsync();
        var gone = new ChannelAddress("slack", DoubleWorkspace.Team, "C0GENERAL");
        var since = _bot!.Platform.MarkAt(DateTimeOffset.UnixEpoch.AddDays(20_000));

        var told = await _bot.Services.GetRequiredService<UnreadHistory>().TellAsync([new Unread(gone, since!, DateTimeOffset.UnixEpoch.AddDays(20_001))], default);

        Assert.True(told);
        var card = await _slack.NextPostAsync("G0MODS", "Messages that nobody looked at");
        Assert.Contains("#general", card.Blocks.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("<!date^1728000000^", card.Blocks.ToJsonString(SlackDouble.Readable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Moderators_are_asked_for_when_they_act_and_a_member_is_told_kindly()
    {
        await StartAsync();
        _slack.Say("U0MEL", "C0GENERAL", Risky);
        var card = await FlagAsync();
        var drawn = card.Blocks.ToJsonString();

        _slack.Press("U0MEL", "G0MODS", card, "Fine here");
        await _slack.NextEphemeralAsync("U0MEL", "For moderators");
        Assert.Equal(drawn, card.Blocks.ToJsonString());
        _slack.Press("U0SAM", "G0MODS", card, "Fine here");

        await _slack.UntilAsync(() => card.Blocks.ToJsonString() != drawn, "the decision on the card");
    }

    [Fact]
    public async Task Bots_are_not_screened_and_files_and_thread_broadcasts_are()
    {
        await StartAsync();
        var general = _slack.Workspace.Channels["C0GENERAL"];
        var byBot = SlackDouble.AsEvent(general, new DoubleMessage(_slack.Workspace.NextTs(), "U0OTHERBOT", Risky).ToJson());
        byBot["bot_id"] = "B0OTHER";
        await _slack.Event(byBot).Acked;

        _slack.Say("U0MEL", "C0GENERAL", Risky, files: new JsonArray(new JsonObject { ["name"] = "scan.png", ["mimetype"] = "image/png", ["size"] = 5 }));
        var broadcast = SlackDouble.AsEvent(general, new DoubleMessage(_slack.Workspace.NextTs(), "U0SAM", Risky.Replace("Edith", "Maud", StringComparison.Ordinal)).ToJson());
        broadcast["subtype"] = "thread_broadcast";
        await _slack.Event(broadcast).Acked;

        await _slack.UntilAsync(() => _slack.Posts("G0MODS").Count >= 2, "two cards");
        Assert.Equal(2, _slack.Posts("G0MODS").Count);
    }

    [Fact]
    public async Task Uninstalling_during_a_story_ends_the_listening_and_not_the_process()
    {
        await StartAsync();
        Assert.Equal((200, "ready"), await _bot!.HealthAsync());

        _slack.Installed = false;
        await _slack.Event(new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject() }).Acked;
        await _slack.UntilAsync(() => _slack.Sockets.Open.Count == 0, "no socket any more");

        var refused = await _bot!.Platform.PostAsync(new ChannelAddress("slack", DoubleWorkspace.Team, "C0TIPS"), Card.Of("A tip"), new PostKey("tip-2"), silent: true, default);
        Assert.Equal(Outcome.NotPermitted, refused.Outcome);
        Assert.Equal((503, "slack: The app was uninstalled: install it again and set the new tokens."), await _bot.HealthAsync());
    }

    [Fact]
    public async Task A_token_that_never_heals_makes_the_bot_unhealthy_with_the_mend()
    {
        _slack.Fail("apps.connections.open", DoubleFault.Error("invalid_auth"));
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        _bot = await SlackBot.StartAsync(_slack, _data.Path, listens: false);
        var health = await _bot.HealthAsync(patience.Token);
        while (health.Status == 200)
            health = await _bot.HealthAsync(patience.Token); // the refusal is on its way

        Assert.Equal(503, health.Status);
        Assert.Contains("set Slack:AppToken", health.Said, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Labels(DoubleMessage post) =>
        post.Blocks.SelectMany(b => b!["elements"] as JsonArray ?? []).Select(e => (string?)e!["text"]?["text"]).OfType<string>();

    private async Task StartAsync(bool withUserToken = false) => _bot = await SlackBot.StartAsync(_slack, _data.Path, connections: 1, withUserToken);

    private Task<DoubleMessage> FlagAsync() => _slack.NextPostAsync("G0MODS", "Fine here");
}
