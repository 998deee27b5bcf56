using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Screening;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Moderation;

/// <summary>The private word to an author: what was noticed, what helps, and a way to say that it is fine.</summary>
internal sealed class AuthorNotes(
    FlagBook flags, FlagCards cards, ChatPlatforms platforms, Overheard overheard, Screen screen, Support support, TimeProvider clock)
{
    public static readonly ButtonSpec OpenButton = new("note-open", AnswerKind.Replace);
    public static readonly ButtonSpec AnswerButton = new("note-fine", AnswerKind.Form);
    public static readonly FormSpec AnswerForm = new("note-answer");

    private static readonly Card Settled = Card.Of("Settled", "This has been settled. There is nothing for you to do. Thank you.");

    /// <summary>Sends the note that was decided on, and tells on the flag's card how it went.</summary>
    public async Task SendAsync(Flag flag, CancellationToken cancellationToken)
    {
        if (flag.Writer is not { } author || platforms.Find(flag.Platform) is not { } platform)
            return;

        var posted = await platform.TellAsync(author, NoteCard.Closed(flag), flag.NoteKey, cancellationToken);
        await flags.ChangeAsync(flag.Id, f => f.EndNote(posted.Outcome, clock.GetUtcNow()), cancellationToken);
        await cards.ShowAsync(flag.Id, cancellationToken);
    }

    public async Task<Reply> OpenAsync(ButtonPress press, CancellationToken cancellationToken) =>
        await FindAsync(press.ButtonId, press.Presser, cancellationToken) is { } flag
            ? new Reply.Replace(NoteCard.Open(await cards.ViewAsync(flag, cancellationToken)))
            : new Reply.Replace(Settled);

    public async Task<Reply> StartAnswerAsync(ButtonPress press, CancellationToken cancellationToken) =>
        await FindAsync(press.ButtonId, press.Presser, cancellationToken) is null
            ? Reply.Of(Settled)
            : new Reply.Open(NoteCard.AnswerForm(press.ButtonId[(press.ButtonId.IndexOf(':') + 1)..]));

    public async Task<Reply> AnswerAsync(FormSubmission submission, CancellationToken cancellationToken)
    {
        if (await FindAsync(submission.FormId, submission.Submitter, cancellationToken) is not { } flag)
            return Reply.Of(Settled);
        var words = submission.Text("why");
        if (words.Length == 0)
            return new Reply.Mend(new Dictionary<string, string> { ["why"] = "A few words help the moderators to see it your way." });

        var seen = screen(words, [], new ScreenOptions { Sensitivity = Sensitivity.High });
        if (seen.Distressed)
            return Reply.Of(await support.CardAsync(flag.Address.In, cancellationToken));

        overheard.Add(flag.Id, "The author says, masked", CarefulMask.Of(words, seen.Identifiers));
        await flags.ChangeAsync(flag.Id, f => f.IsClosed ? null : Answered(f), cancellationToken);
        await cards.ShowAsync(flag.Id, cancellationToken);
        return Reply.Of("Thank you", "The moderators see your answer, with names and numbers masked. A person decides.");
    }

    private FlagEvent Answered(Flag flag)
    {
        (flag.Note, flag.TouchedAt) = (NoteState.Answered, clock.GetUtcNow());
        flag.OwnCard = true;
        return FlagEvent.Of(flag, FlagHappening.Answered, clock.GetUtcNow());
    }

    // In a direct conversation the platform may not say which community the author speaks from: the member's id is what counts.
    private async Task<Flag?> FindAsync(string id, MemberId who, CancellationToken cancellationToken) =>
        FlagButton.TryParse(id) is { } button
        && await flags.FindAsync(button.Flag, cancellationToken) is { IsClosed: false } flag
        && flag.Revision == button.Revision
        && flag.Platform == who.Platform
        && flag.Author == who.Member
            ? flag
            : null;
}
