using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Store;
using GuidanceBot.Screening;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Playground.Visits;

/// <summary>What a person does in a channel: writes, asks the bot, presses its buttons, sends off its forms. Answers go where the catalog says.</summary>
internal sealed partial class Conversation(Inbox inbox, Catalog catalog, Messages messages, PrivateAnswers answers, TimeProvider clock, ILogger<Conversation> logger)
{
    public const string Prefix = "/";

    /// <summary>Posts a message. Null when it stands, else one sentence that says why not.</summary>
    public string? Say(Person person, string channel, string text, IReadOnlyList<AttachmentInfo> files) =>
        Problem(text, files) ?? Try(() => messages.Say(channel, person.Id, text, files, clock.GetUtcNow()) is not null);

    /// <summary>Changes one's own message. Null when it stands, else why not.</summary>
    public string? Edit(Person person, Entry entry, string text) =>
        entry.Author != person.Id ? "Only the person who wrote it can change it."
        : Problem(text, entry.Attachments) ?? Try(() => messages.Edit(entry, text, clock.GetUtcNow()));

    /// <summary>Deletes one's own message. Null when it is gone, else why not.</summary>
    public string? Delete(Person person, Entry entry)
    {
        if (entry.Author != person.Id)
            return "Only the person who wrote it can delete it.";
        return Try(() =>
        {
            messages.Delete(entry.Channel, entry.Id);
            return true;
        });
    }

    /// <summary>Runs a typed command. The form it opens, if it opens one.</summary>
    public async Task<Form?> RunAsync(Person person, string channel, string typed, CancellationToken cancellationToken)
    {
        var (address, words) = (Cast.Channel(channel), typed[Prefix.Length..]);
        var (command, tail) = catalog.Split(words);
        if (command is null || TypedOptions.Parse(command, tail) is not (var options, null))
        {
            // Nothing was run, so the answer, which says how to mend it, is for the one who typed.
            return Place(person, channel, await inbox.RunTypedAsync(words, address, person.Member, cancellationToken), AnswerKind.Private);
        }

        var call = new CommandCall(command.Name, options, address, person.Member) { IsDirect = Cast.DirectPartner(channel) is not null };
        var reply = await inbox.RunAsync(call, cancellationToken);
        return Place(person, channel, reply, command.Answer, asked: $"{person.Name} used {Prefix}{command.Name}");
    }

    /// <summary>Takes a command of a message's menu. The form it opens, if it opens one.</summary>
    public async Task<Form?> TakeAsync(Person person, MenuSpec menu, Entry target, CancellationToken cancellationToken)
    {
        var call = new MessageMenuCall(menu.Name, target.ToMessage(), target.Address.Channel, person.Member);
        return Place(person, target.Channel, await inbox.RunMenuAsync(call, cancellationToken), menu.Answer);
    }

    /// <summary>Presses a button of a card. The form it opens, if it opens one.</summary>
    public async Task<Form?> PressAsync(Person person, Entry card, CardButton button, CancellationToken cancellationToken)
    {
        var press = new ButtonPress(button.Id, Cast.Channel(card.Channel), person.Member, card.Private ? null : card.Address);
        var reply = await inbox.PressAsync(press, cancellationToken);
        return Place(person, card.Channel, reply, catalog.FindButton(button.Id)?.Answer ?? AnswerKind.Private, card);
    }

    /// <summary>What is wrong with the answers to a form's pages so far, by field.</summary>
    public Task<IReadOnlyDictionary<string, string>> CheckAsync(
        Person person, string channel, Form form, IReadOnlyDictionary<string, IReadOnlyList<string>> soFar, CancellationToken cancellationToken) =>
        inbox.CheckAsync(new FormSubmission(form.Id, soFar, Cast.Channel(channel), person.Member), cancellationToken);

    /// <summary>Sends off a form: what is wrong with it by field, or nothing, and the form that follows, if one does.</summary>
    public async Task<(IReadOnlyDictionary<string, string> Problems, Form? Next)> SubmitAsync(
        Person person, string channel, Form form, IReadOnlyDictionary<string, IReadOnlyList<string>> values, Entry? openedFrom, CancellationToken cancellationToken)
    {
        var submission = new FormSubmission(form.Id, values, Cast.Channel(channel), person.Member);
        var reply = await inbox.SubmitAsync(submission, cancellationToken);
        return reply is Reply.Mend mend
            ? (mend.Problems, null)
            : (new Dictionary<string, string>(), Place(person, channel, reply, catalog.FindForm(form.Id)?.Answer ?? AnswerKind.Private, openedFrom));
    }

    private Form? Place(Person person, string channel, Reply reply, AnswerKind kind, Entry? pressed = null, string? asked = null)
    {
        switch (reply)
        {
            case Reply.Open open:
                return open.Form;
            case Reply.Replace replace when pressed is { Private: true }:
                answers.Replace(person.Id, pressed, replace.Card);
                break;
            case Reply.Replace replace when pressed is not null:
                messages.Redraw(pressed.Address, replace.Card);
                break;
            case Reply.Show show when kind is AnswerKind.Public:
                messages.Post(channel, show.Card, clock.GetUtcNow(), key: null, asked);
                break;
            case Reply.Show show:
                answers.Add(person.Id, channel, show.Card);
                break;
            case Reply.Replace replace:
                answers.Add(person.Id, channel, replace.Card);
                break;
        }

        return null;
    }

    private static string? Problem(string text, IReadOnlyList<AttachmentInfo> files)
    {
        if (text.Length > Limits.Text)
            return $"A message takes at most {Limits.Text:N0} characters; this has {text.Length:N0}.";
        return string.IsNullOrWhiteSpace(text) && files.Count == 0 ? "Write something first." : null;
    }

    private string? Try(Func<bool> act)
    {
        try
        {
            return act() ? null : "The message is no longer there.";
        }
        catch (SqliteException failure)
        {
            // A full disk or a file taken away: what was typed stays in the box.
            Log.NotSaved(logger, failure.SqliteErrorCode);
            return "This could not be saved (the disk may be full). Nothing is lost: please try again.";
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The playground could not save (SQLite error {Code}).")]
        public static partial void NotSaved(ILogger logger, int code);
    }
}
