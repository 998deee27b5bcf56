using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Moderation;

/// <summary>What a moderator's press on a flag does. Rights were checked at the door; here the first decision wins, and everybody sees it.</summary>
internal sealed class FlagPresses(FlagBook flags, FlagCards cards, Removals removals, AuthorNotes notes, Originals originals, Exceptions exceptions, TimeProvider clock)
{
    public static readonly ButtonSpec AskButton = Moderators("flag-ask", AnswerKind.Replace);
    public static readonly ButtonSpec CloseButton = Moderators("flag-close", AnswerKind.Replace);
    public static readonly ButtonSpec MoreButton = Moderators("flag-more", AnswerKind.Private);
    public static readonly ButtonSpec OpenButton = Moderators("flag-open", AnswerKind.Private);
    public static readonly ButtonSpec BackButton = Moderators("flag-back", AnswerKind.Replace);
    public static readonly ButtonSpec ClaimButton = Moderators("flag-claim", AnswerKind.Replace);
    public static readonly ButtonSpec WhyButton = Moderators("flag-why", AnswerKind.Replace);
    public static readonly ButtonSpec RemoveButton = Moderators("flag-remove", AnswerKind.Replace);
    public static readonly ButtonSpec OriginalButton = Moderators("flag-original", AnswerKind.Private);
    public static readonly ButtonSpec AlwaysButton = Moderators("flag-always", AnswerKind.Replace);

    public Task<Reply> AskAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, async (flag, _) =>
        {
            if (flag.Author is null)
                return Reply.Of("I don't know who wrote it", "The message could not be read, so I can ask nobody. The link opens it.");
            var change = await flags.ChangeAsync(flag.Id, f => f.Revision == flag.Revision ? f.StartNote(press.Presser.Member, clock.GetUtcNow()) : null, cancellationToken);
            if (!change.Changed)
                return change.Flag is { IsClosed: false } ? Reply.Of("Already asked", "Another moderator has asked the author.") : await SettledAsync(change.Flag, cancellationToken);

            await notes.SendAsync(flag, cancellationToken);
            return await RedrawnAsync(flag.Id, cancellationToken);
        }, cancellationToken);

    public Task<Reply> CloseAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, async (flag, code) =>
        {
            if (DecisionReasons.Find(code) is not { } reason)
                return Reply.Of(Answers.Outdated);
            return await DecideAsync(flag, f => f.Decide(reason.Verdict, reason.Code, press.Presser.Member, clock.GetUtcNow()), cancellationToken);
        }, cancellationToken);

    public Task<Reply> MoreAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, async (flag, _) => Reply.Of(MoreCard.Draw(await cards.ViewAsync(flag, cancellationToken))), cancellationToken);

    public Task<Reply> OpenAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, async (flag, _) => Reply.Of(FlagCard.Draw(await cards.ViewAsync(flag, cancellationToken))), cancellationToken);

    public Task<Reply> BackAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, async (flag, _) => new Reply.Replace(MoreCard.Draw(await cards.ViewAsync(flag, cancellationToken))), cancellationToken);

    public Task<Reply> ClaimAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, async (flag, _) =>
        {
            var change = await flags.ChangeAsync(flag.Id, f => f.Revision == flag.Revision ? f.Claim(press.Presser.Member, clock.GetUtcNow()) : null, cancellationToken);
            if (change.Changed)
                await cards.ShowAsync(flag.Id, cancellationToken);
            if (change.Flag is not { IsClosed: false } now)
                return await SettledAsync(change.Flag, cancellationToken);

            var view = await cards.ViewAsync(now, cancellationToken);
            return change.Changed || now.ClaimedBy == press.Presser.Member
                ? new Reply.Replace(MoreCard.Draw(view))
                : Reply.Of("Somebody has it", $"{view.Moderator} took it a moment before you.");
        }, cancellationToken);

    public Task<Reply> WhyAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, (flag, which) => Task.FromResult<Reply>(
            new Reply.Replace(MoreCard.Reasons(flag, which == "pass" ? Verdict.Escalated : Verdict.FalsePositive))), cancellationToken);

    public Task<Reply> RemoveAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, async (flag, step) =>
        {
            if (step != "do")
                return new Reply.Replace(MoreCard.AskRemoval(flag));
            var change = await flags.ChangeAsync(flag.Id, f => f.Revision == flag.Revision ? f.StartRemoval(press.Presser.Member, clock.GetUtcNow()) : null, cancellationToken);
            if (!change.Changed)
                return await SettledAsync(change.Flag, cancellationToken);

            await removals.TryAsync(flag, cancellationToken);
            return await RedrawnAsync(flag.Id, cancellationToken);
        }, cancellationToken);

    public Task<Reply> OriginalAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, (flag, _) => originals.ShowAsync(flag, press.Presser, cancellationToken), cancellationToken);

    public Task<Reply> AlwaysAsync(ButtonPress press, CancellationToken cancellationToken) =>
        OnOpenAsync(press, async (flag, _) =>
        {
            var reply = await DecideAsync(flag, f => f.Decide(Verdict.Allowed, "fine", press.Presser.Member, clock.GetUtcNow()), cancellationToken);
            if (reply is Reply.Replace)
                await exceptions.ProposeAsync(flag, cancellationToken);
            return reply;
        }, cancellationToken);

    private async Task<Reply> DecideAsync(Flag flag, Func<Flag, FlagEvent?> decide, CancellationToken cancellationToken)
    {
        var change = await flags.ChangeAsync(flag.Id, f => f.Revision == flag.Revision ? decide(f) : null, cancellationToken);
        return change.Changed ? await RedrawnAsync(flag.Id, cancellationToken) : await SettledAsync(change.Flag, cancellationToken);
    }

    // Every button passes here: one of an older revision, or on a flag that closed, is answered kindly and does nothing.
    private async Task<Reply> OnOpenAsync(ButtonPress press, Func<Flag, string, Task<Reply>> act, CancellationToken cancellationToken)
    {
        if (FlagButton.TryParse(press.ButtonId) is not { } button
            || await flags.FindAsync(button.Flag, cancellationToken) is not { } flag
            || flag.Address.In != press.Presser.In)
            return Reply.Of(Answers.Outdated);
        if (flag.Revision != button.Revision)
            return Reply.Of("There is a newer card", "The message changed since. Please use the newest card, or /flags.");
        return flag.IsClosed ? await SettledAsync(flag, cancellationToken) : await act(flag, button.Extra);
    }

    private async Task<Reply> RedrawnAsync(Guid id, CancellationToken cancellationToken)
    {
        await cards.ShowAsync(id, cancellationToken);
        return await flags.FindAsync(id, cancellationToken) is { } now
            ? new Reply.Replace(FlagCard.Draw(await cards.ViewAsync(now, cancellationToken)))
            : Reply.Of(Answers.Outdated);
    }

    private async Task<Reply> SettledAsync(Flag? flag, CancellationToken cancellationToken)
    {
        if (flag is not { IsClosed: true })
            return Reply.Of(Answers.Outdated);
        var view = await cards.ViewAsync(flag, cancellationToken);
        var who = view.Moderator.Length > 0 ? $" By {view.Moderator}." : "";
        return Reply.Of("Already settled", $"{FlagWords.Decision(flag)}.{who} Nothing more to do; thank you for looking.");
    }

    private static ButtonSpec Moderators(string prefix, AnswerKind answer) => new(prefix, answer) { For = Audience.Moderators };
}
