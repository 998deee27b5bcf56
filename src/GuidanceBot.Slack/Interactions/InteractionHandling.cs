using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Slack.Events;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Interactions;

/// <summary>What people do and wait for: commands, buttons and shortcuts. All were acknowledged before.</summary>
internal sealed class InteractionHandling(Inbox inbox, Catalog catalog, Answering answering, SlackSelfHolder self)
{
    /// <summary>The global shortcut's id.</summary>
    public const string CheckShortcut = "check_draft";

    /// <summary>Stands before a command's name in the id of a button that runs it.</summary>
    public const string RunPrefix = "slack-run:";

    /// <summary>Runs whatever was done.</summary>
    public Task HappenedAsync(string type, JsonElement payload, CancellationToken cancellationToken) => (type, payload.Text("type")) switch
    {
        ("slash_commands", _) => TypedAsync(payload.Text("text"), Happening.OfCommand(payload), cancellationToken),
        (_, "block_actions") => PressedAsync(payload, cancellationToken),
        (_, "message_action") => MenuAsync(payload, cancellationToken),
        (_, "shortcut") when payload.Text("callback_id") == CheckShortcut => TypedAsync("check", Happening.Of(payload), cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>Runs a command as it was typed, nothing meaning help.</summary>
    public async Task TypedAsync(string marked, Happening at, CancellationToken cancellationToken)
    {
        var typed = SlackText.Plain(marked).Trim();
        if (typed.Length == 0)
            typed = "help";
        var (command, tail) = catalog.Split(typed);
        if (command is not null && command.Options.Any(o => o.Kind is OptionKind.Channel))
            typed = SlackText.Plain(marked, channelsAsIds: true).Trim();

        if (command is not null && at.Trigger.Length > 0 && CommandForm.IsWanted(command, tail))
            await answering.OpenAsync(CommandForm.For(command), at, cancellationToken);
        else
            await answering.AnswerAsync(await inbox.RunTypedAsync(typed, at.Channel, at.Who, cancellationToken), command?.Answer ?? AnswerKind.Private, at, cancellationToken);
    }

    private async Task PressedAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var at = Happening.Of(payload);
        var id = payload.Items("actions").Select(a => a.Text("value")).FirstOrDefault(v => v.Length > 0);
        if (id is null)
            return; // a picker was changed; the form's submission tells

        if (id.StartsWith(RunPrefix, StringComparison.Ordinal))
        {
            await TypedAsync(id[RunPrefix.Length..], at, cancellationToken);
            return;
        }

        var reply = await inbox.PressAsync(new ButtonPress(id, at.Channel, at.Who, at.Card), cancellationToken);
        await answering.AnswerAsync(reply, catalog.FindButton(id)?.Answer ?? AnswerKind.Private, at, cancellationToken);
    }

    private async Task MenuAsync(JsonElement payload, CancellationToken cancellationToken)
    {
        var at = Happening.Of(payload);
        var name = payload.Text("callback_id");
        if (MessageReading.Read(payload.At("message"), at.Channel, at.IsDirect, self.Current?.User ?? "") is not { } target)
        {
            await answering.ShowAsync(Card.Of("A message of a person, please", "I can look at what people wrote, not at messages of apps or of Slack itself."), at, cancellationToken);
            return;
        }

        var reply = await inbox.RunMenuAsync(new MessageMenuCall(name, target, at.Channel, at.Who), cancellationToken);
        await answering.AnswerAsync(reply, catalog.FindMenu(name)?.Answer ?? AnswerKind.Private, at, cancellationToken);
    }
}
