using GuidanceBot.Testing.Slack;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Slack.Tests.Stories;

/// <summary>What members do on Slack, with the whole bot.</summary>
public sealed class MemberStoryTests : IAsyncLifetime
{
    private readonly Folder _data = new();
    private readonly FakeTimeProvider _patience = new();
    private SlackDouble _slack = null!; // set before every test
    private SlackBot _bot = null!; // set before every test

    public async Task InitializeAsync()
    {
        _slack = await SlackDouble.StartAsync();
        _slack.BePatient();
        _bot = await SlackBot.StartAsync(_slack, _data.Path, patience: _patience);
    }

    public async Task DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _slack.DisposeAsync();
        _data.Dispose();
        Assert.Empty(_slack.Sockets.Complaints);
    }

    [Fact]
    public async Task A_command_is_acknowledged_at_once_and_answered_in_private_even_where_the_bot_is_no_member()
    {
        var command = _slack.Slash("U0MEL", "C0OTHER", "takeaways");

        await command.Acked;
        var answer = await _slack.NextEphemeralAsync("U0MEL", "takeaways");
        Assert.Equal("GuidanceBot has a note for you", answer.Text);
    }

    [Fact]
    public async Task Nothing_typed_is_help_and_help_says_that_threads_have_no_commands()
    {
        _slack.Slash("U0MEL", "C0GENERAL", "");

        var help = await _slack.NextEphemeralAsync("U0MEL", "/guidance ask");
        Assert.Contains("thread", help.Blocks.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_mistyped_command_names_the_nearest()
    {
        _slack.Slash("U0MEL", "C0GENERAL", "takeways");

        await _slack.NextEphemeralAsync("U0MEL", "/guidance takeaways");
    }

    [Fact]
    public async Task A_command_without_what_it_needs_opens_a_form_and_the_forms_answer_stands_in_its_place()
    {
        _slack.Slash("U0MEL", "C0GENERAL", "ask");
        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the form");

        _slack.Submit("U0MEL", ("question", ["can I post a photo of an x-ray?"]));

        await _slack.UntilAsync(() => _slack.Views.Newest?["submit"] is null && _slack.Views.Newest is not null, "the answer in the form's place");
        Assert.Empty(_slack.Ephemerals);
    }

    [Fact]
    public async Task A_form_suggests_answers_while_somebody_types_and_takes_one_of_them()
    {
        _slack.Slash("U0MEL", "C0GENERAL", "takeaway");
        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the form");

        var all = await _slack.TypeIntoAsync("U0MEL", "which", "");
        var some = await _slack.TypeIntoAsync("U0MEL", "which", "anonym");
        _slack.Submit("U0MEL", ("which", [some[0].Value]));

        await _slack.UntilAsync(() => (_slack.Views.Newest?.ToJsonString() ?? "").Contains("8. Anonymity", StringComparison.Ordinal), "the takeaway in the form's place");
        Assert.True(all.Count > some.Count);
    }

    [Fact]
    public async Task Adding_tips_opens_a_form_whose_answers_are_suggested_to_admins_and_mended_in_place()
    {
        _slack.Slash("U0ADA", "C0TIPS", "tips add");
        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the form");

        Assert.Empty(await _slack.TypeIntoAsync("U0MEL", "zone", ""));
        Assert.Contains(await _slack.TypeIntoAsync("U0ADA", "zone", "lond"), o => o.Value == "Europe/London");
        Assert.Contains(await _slack.TypeIntoAsync("U0ADA", "when", "weekdays at 8"), o => o.Value == "weekdays at 8");
        Assert.Equal([("whenever", "whenever")], await _slack.TypeIntoAsync("U0ADA", "when", "whenever"));
        _slack.Submit("U0ADA", ("when", ["weekdays at 8"]), ("zone", ["Europe/London"]), ("channel", ["C0TIPS"]));

        await _slack.UntilAsync(() => (_slack.Views.Newest?.ToJsonString() ?? "").Contains("Schedule #1", StringComparison.Ordinal), "the schedule");
    }

    [Fact]
    public async Task A_form_that_came_too_late_says_so_and_asks_to_try_again()
    {
        _slack.Fail("views.open", DoubleFault.Error("expired_trigger_id"));

        _slack.Slash("U0MEL", "C0GENERAL", "check");

        var late = await _slack.NextEphemeralAsync("U0MEL", "Please try once more");
        Assert.Contains("Nothing was changed", late.Blocks.ToJsonString(), StringComparison.Ordinal);
        _slack.Slash("U0MEL", "C0GENERAL", "check");
        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the form, at the second try");
    }

    [Fact]
    public async Task A_form_whose_answer_takes_longer_than_Slack_waits_says_so_and_shows_it_then()
    {
        _slack.Slash("U0ADA", "C0GENERAL", "setup");
        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the form");
        var slow = _slack.Hold("users.info"); // asked whenever somebody acts

        var sent = _slack.Submit("U0ADA", ("general", ["C0GENERAL"]), ("moderators_channel", ["G0MODS"]), ("zone", ["Europe/London"]), ("sensitivity", ["normal"]), ("retention", ["90"]), ("employer", ["no"]));

        while (!sent.Acked.IsCompleted)
        {
            _patience.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        Assert.Contains("One moment", (await sent.Acked)!["view"]!.ToJsonString(), StringComparison.Ordinal);
        slow.SetResult();
        await _slack.UntilAsync(() => (_slack.Views.Newest?.ToJsonString() ?? "").Contains("Save this?", StringComparison.Ordinal), "the summary in its place");
    }

    [Fact]
    public async Task What_is_wrong_in_set_up_is_shown_beside_its_question()
    {
        _slack.Slash("U0ADA", "C0GENERAL", "setup");
        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the form");

        var answer = await _slack.Submit("U0ADA", ("moderators_channel", ["G0MODS"]), ("zone", ["London"]), ("sensitivity", ["normal"]), ("retention", ["4000"]), ("employer", ["no"])).Acked;

        Assert.Equal("errors", (string?)answer!["response_action"]);
        Assert.Contains("Europe/London", (string?)answer["errors"]!["zone"], StringComparison.Ordinal);
        Assert.Contains("1 to 365", (string?)answer["errors"]!["retention"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_are_typed_by_name_and_channels_as_Slack_writes_them()
    {
        _slack.Slash("U0ADA", "C0GENERAL", "tips add zone:Europe/London channel:<#C0TIPS|tips> when:weekdays at 8");

        await _slack.NextEphemeralAsync("U0ADA", "weekdays at 8:00 (Europe/London) in #tips");
    }

    [Fact]
    public async Task A_messages_menu_says_which_takeaway_fits_to_who_asked()
    {
        var (message, _) = _slack.Say("U0SAM", "C0GENERAL", "somebody posted a photo of an x-ray with the name on it");

        _slack.MessageShortcut("U0MEL", "C0GENERAL", message, "fits");

        await _slack.NextEphemeralAsync("U0MEL", "akeaway");
        Assert.Empty(_slack.Posts("C0GENERAL"));
    }

    [Fact]
    public async Task An_empty_answer_is_mended_in_place()
    {
        _slack.Slash("U0MEL", "C0GENERAL", "check");
        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the form");

        var sent = _slack.Submit("U0MEL", ("draft", ["   "]));

        var answer = await sent.Acked;
        Assert.Equal("errors", (string?)answer!["response_action"]);
        Assert.NotNull(answer["errors"]!["draft"]);
    }

    [Fact]
    public async Task The_global_shortcut_checks_a_draft_and_nobody_else_sees_it()
    {
        _slack.GlobalShortcut("U0MEL", "check_draft");
        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the form");

        _slack.Submit("U0MEL", ("draft", ["We finally cracked the rota!"]));

        await _slack.UntilAsync(() => (_slack.Views.Newest?.ToJsonString() ?? "").Contains("Your call", StringComparison.Ordinal), "the second look");
        Assert.DoesNotContain(_slack.Workspace.Channels.Values, c => c.Messages.Count > 0);
    }

    [Fact]
    public async Task A_direct_message_is_a_question_and_is_answered_there()
    {
        var direct = _slack.Workspace.DirectWith("U0MEL");

        _slack.Say("U0MEL", direct.Id, "may I share a picture from the ward?");

        var answer = await _slack.NextPostAsync(direct.Id, "");
        Assert.Equal("GuidanceBot has a note for you", answer.Text);
    }

    [Fact]
    public async Task A_direct_message_that_is_a_command_runs_it_and_a_form_comes_by_a_button()
    {
        var direct = _slack.Workspace.DirectWith("U0MEL");

        _slack.Say("U0MEL", direct.Id, "check");
        var post = await _slack.NextPostAsync(direct.Id, "Open the form");
        _slack.Press("U0MEL", direct.Id, post, "Open the form");

        await _slack.UntilAsync(() => (string?)_slack.Views.Newest?["title"]?["text"] == "Check a draft", "the form");
    }

    [Fact]
    public async Task A_mention_is_answered_in_private_and_screened_as_any_message()
    {
        _slack.Say("U0MEL", "C0GENERAL", "<@U0BOT> can I accept a friend request from a patient?", thread: null);

        var answer = await _slack.NextEphemeralAsync("U0MEL", "");
        Assert.Equal("C0GENERAL", answer.Channel);
    }

    [Fact]
    public async Task The_same_mention_delivered_three_times_and_under_two_ids_is_answered_once()
    {
        var (message, _) = _slack.Say("U0MEL", "C0OTHER", "<@U0BOT> hello");
        var mention = message.ToJson();
        (mention["type"], mention["channel"]) = ("app_mention", "C0GENERAL");
        foreach (var id in new[] { "EvSame", "EvSame", "EvSame", "EvOther" })
            await _slack.Event(mention.DeepClone().AsObject(), id).Acked;

        // Events are handled in their order: once this is answered, so is all before.
        var direct = _slack.Workspace.DirectWith("U0MEL");
        _slack.Say("U0MEL", direct.Id, "takeaways");
        await _slack.NextPostAsync(direct.Id, "");

        Assert.Single(_slack.Calls, c => c.Method == "chat.postEphemeral" && c.Arguments["channel"] == "C0GENERAL");
    }

    [Fact]
    public async Task The_apps_home_shows_the_days_takeaway_and_its_buttons_work()
    {
        _slack.OpenHome("U0MEL");
        await _slack.UntilAsync(() => _slack.Views.Homes.ContainsKey("U0MEL"), "the home");
        var home = _slack.Views.Homes["U0MEL"];

        _slack.PressInView("U0MEL", home, "Show support lines");

        await _slack.UntilAsync(() => _slack.Views.Newest is not null, "the support lines over the home");
        Assert.Contains("Today's takeaway", home.ToJsonString(SlackDouble.Readable), StringComparison.Ordinal);
        string[] buttons = [.. home["blocks"]!.AsArray().Where(b => (string?)b!["type"] == "actions").SelectMany(b => b!["elements"]!.AsArray()).Select(e => (string)e!["text"]!["text"]!)];
        Assert.Equal(["Check a draft", "All takeaways", "Show support lines", "See what I read and keep", "Get help"], buttons);
        _slack.PressInView("U0MEL", home, "See what I read and keep");
        await _slack.UntilAsync(() => (_slack.Views.Newest?.ToJsonString() ?? "").Contains("I keep no whole message", StringComparison.Ordinal), "what is read and kept");
        _slack.PressInView("U0MEL", home, "Check a draft");
        await _slack.UntilAsync(() => (string?)_slack.Views.Newest?["title"]?["text"] == "Check a draft", "the form for a draft");
    }

    [Fact]
    public async Task A_button_on_a_private_card_puts_the_next_page_in_its_place()
    {
        _slack.Slash("U0MEL", "C0GENERAL", "takeaway 8");
        var card = await _slack.NextEphemeralAsync("U0MEL", "More");

        var press = _slack.Press(card, "More");

        await press.Acked;
        await _slack.UntilAsync(() => _slack.Ephemerals.Count == 2, "the rest of the card");
    }
}
