using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;

namespace GuidanceBot.Moderation;

/// <summary>"Fine in this channel": a moderator proposes that a rule stays silent there, an admin agrees or not.</summary>
internal sealed class Exceptions(ExceptionBook book, FlagBook flags, CommunityBook communities, ChatPlatforms platforms, TimeProvider clock)
{
    public static readonly ButtonSpec YesButton = new("exception-yes", AnswerKind.Replace) { For = Audience.Admins };
    public static readonly ButtonSpec NoButton = new("exception-no", AnswerKind.Replace) { For = Audience.Admins };

    public async Task ProposeAsync(Flag flag, CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(flag.Address.In, cancellationToken);
        var findings = FlagFinding.Read(flag.Findings);
        if (settings.ModeratorsChannel is not { } moderators || findings.Count == 0)
            return;

        await book.ProposeAsync(flag.WatchedChannel, findings, cancellationToken);
        await flags.ChangeAsync(flag.Id, f => FlagEvent.Of(f, FlagHappening.ExceptionProposed, clock.GetUtcNow()), cancellationToken);
        var platform = platforms[flag.Platform];
        var card = Card.Of(
                "An exception is proposed",
                $"Moderators find this fine in {await ChannelNames.OfAsync(platform, flag.WatchedChannel, cancellationToken)}: {Labels(findings)}.",
                "If an admin accepts, I stay silent about it there. /exceptions takes it back.")
            .With(
                new CardButton(FlagButton.Id("exception-yes", flag), "Accept", ButtonStyle.Primary),
                new CardButton(FlagButton.Id("exception-no", flag), "Decline"));
        await platform.PostAsync(flag.WatchedChannel with { Channel = moderators }, card, new PostKey(flag.CardKey.Value + "x"), silent: true, cancellationToken);
    }

    public Task<Reply> AcceptAsync(ButtonPress press, CancellationToken cancellationToken) => AnswerAsync(press, accept: true, cancellationToken);

    public Task<Reply> DeclineAsync(ButtonPress press, CancellationToken cancellationToken) => AnswerAsync(press, accept: false, cancellationToken);

    private async Task<Reply> AnswerAsync(ButtonPress press, bool accept, CancellationToken cancellationToken)
    {
        if (FlagButton.TryParse(press.ButtonId) is not { } button
            || await flags.FindAsync(button.Flag, cancellationToken) is not { } flag
            || flag.Address.In != press.Presser.In)
            return Reply.Of(Answers.Outdated);

        var findings = FlagFinding.Read(flag.Findings);
        if (!await book.AnswerAsync(flag.WatchedChannel, [.. findings.Select(f => f.Rule)], accept, cancellationToken))
            return Reply.Of("Already answered", "Another admin was first. /exceptions shows how things stand.");
        var where = await ChannelNames.OfAsync(platforms[flag.Platform], flag.WatchedChannel, cancellationToken);
        return new Reply.Replace(accept
            ? Card.Of("Exception accepted", $"In {where} I stay silent about: {Labels(findings)}. /exceptions takes it back.")
            : Card.Of("Exception declined", $"In {where} I go on looking for: {Labels(findings)}."));
    }

    private static string Labels(IReadOnlyList<FlagFinding> findings) =>
        string.Join("; ", findings.Select(f => FlagWords.LowerFirst(FlagWords.Looked(f))).Distinct().Take(4));
}
