using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Screening;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Moderation;

/// <summary>Opens flags for risky messages, keeps them in step with edits, closes them when the message was mended or deleted.</summary>
internal sealed partial class FlagDesk(FlagBook flags, FlagCards cards, Surge surge, Fingerprints fingerprints, Screener rules, TimeProvider clock, ILogger<FlagDesk> logger)
{
    /// <summary>A message has findings that moderators should hear of. Handed in again, it changes nothing.</summary>
    public async Task OpenAsync(ChatMessage message, IReadOnlyList<Finding> findings, ScreenResult result, CommunitySettings settings, CancellationToken cancellationToken)
    {
        var flag = NewFlag(message);
        See(flag, message, findings, result, settings);
        var shares = await surge.TakesAsync(flag, settings, cancellationToken);
        flag.OwnCard &= !shares;
        if (await flags.OpenAsync(flag, FlagEvent.Of(flag, FlagHappening.Opened, flag.OpenedAt), cancellationToken))
            Opened(flag, findings.Count, shares);
        else if (await flags.FindAsync(message.Address, cancellationToken) is { } known)
            (flag, _) = await flags.ChangeAsync(known.Id, f => Revise(f, message, findings, result, settings), cancellationToken);

        if (flag is { OwnCard: true } && flag.DrawnVersion != flag.Version)
            await cards.ShowAsync(flag.Id, cancellationToken);
    }

    /// <summary>A message was changed so that nothing is found any more, or was deleted. <paramref name="revision"/>: the message as it is now, null where it is gone.</summary>
    public async Task MendAsync(MessageAddress message, string how, ChatMessage? revision, CancellationToken cancellationToken)
    {
        if (await flags.FindAsync(message, cancellationToken) is not { } known)
            return;

        var change = await flags.ChangeAsync(known.Id, f => Mend(f, how, revision), cancellationToken);
        if (change.Changed)
            await cards.ShowAsync(known.Id, cancellationToken);
    }

    /// <summary>A member asks for a second look at a message.</summary>
    public async Task<Guid> ReportAsync(ChatMessage message, string worry, CancellationToken cancellationToken)
    {
        var flag = NewFlag(message);
        flag.Fingerprint = fingerprints.Of(message);
        var now = clock.GetUtcNow();
        var line = flag.Report(worry, now);
        if (!await flags.OpenAsync(flag, line, cancellationToken) && await flags.FindAsync(message.Address, cancellationToken) is { } known)
        {
            await flags.ChangeAsync(known.Id, f => Join(f, message, worry, now), cancellationToken);
            return known.Id;
        }

        return flag.Id;
    }

    private void Opened(Flag flag, int findings, bool sharesCard)
    {
        Log.Opened(logger, flag.Id, findings);
        if (sharesCard)
            surge.Took();
    }

    private Flag NewFlag(ChatMessage message)
    {
        var now = clock.GetUtcNow();
        return new Flag
        {
            Id = Guid.NewGuid(),
            Platform = message.Address.Channel.Platform,
            Community = message.Address.Channel.Community,
            Channel = message.Address.Channel.Channel,
            Message = message.Address.Message,
            Watched = message.Watched.Channel,
            Author = message.Author.Member,
            SentAt = message.SentAt,
            EditedAt = message.EditedAt,
            OpenedAt = now,
            TouchedAt = now,
        };
    }

    private void See(Flag flag, ChatMessage message, IReadOnlyList<Finding> findings, ScreenResult result, CommunitySettings settings)
    {
        flag.Author = message.Author.Member;
        flag.EditedAt = message.EditedAt;
        flag.Fingerprint = fingerprints.Of(message);
        flag.Findings = FlagFinding.Write(findings);
        flag.RulesVersion = rules.RulesVersion;
        flag.Severity = findings.Max(f => f.Severity);
        flag.Excerpt = Excerpt.Of(message.Text, result, findings.OrderByDescending(f => f.Severity).ThenByDescending(f => f.Score).First());
        flag.OwnCard |= flag.Severity >= settings.CardAtOnce;
    }

    private FlagEvent? Revise(Flag flag, ChatMessage message, IReadOnlyList<Finding> findings, ScreenResult result, CommunitySettings settings)
    {
        if (!IsNewer(flag, message))
            return null;

        var before = FlagFinding.Read(flag.Findings);
        var wasSettledByPeople = flag is { IsClosed: true, Verdict: not (Verdict.Fixed or Verdict.Removed) };
        if (wasSettledByPeople && !FlagFinding.IsNew([.. findings.Select(FlagFinding.Of)], before))
            return null;

        var now = clock.GetUtcNow();
        var reopens = flag.IsClosed;
        if (reopens)
            flag.Reopen(now);
        See(flag, message, findings, result, settings);
        flag.TouchedAt = now;
        return FlagEvent.Of(flag, reopens ? FlagHappening.Reopened : FlagHappening.Changed, now);
    }

    private FlagEvent? Mend(Flag flag, string how, ChatMessage? revision)
    {
        if (flag.IsClosed || (revision is not null && !IsNewer(flag, revision)))
            return null;

        var now = clock.GetUtcNow();
        if (revision is not null)
            (flag.EditedAt, flag.Fingerprint) = (revision.EditedAt, fingerprints.Of(revision));
        if (flag.Reported == 0 || revision is null)
            return flag.Mend(how, now);

        // A member asked for a look: that no rule speaks any more does not answer them.
        (flag.Findings, flag.Excerpt, flag.TouchedAt) = ("[]", null, now);
        return FlagEvent.Of(flag, FlagHappening.Changed, now);
    }

    private FlagEvent Join(Flag flag, ChatMessage message, string worry, DateTimeOffset now)
    {
        var wasClosed = flag.IsClosed;
        var line = flag.Report(worry, now);
        if (wasClosed)
            (flag.Author, flag.Findings, flag.EditedAt, flag.Fingerprint, flag.Severity) = (message.Author.Member, "[]", message.EditedAt, fingerprints.Of(message), Severity.None);
        return line;
    }

    // Slack and Discord repeat events: what is not newer than what the flag knows, or has the same words, is no change.
    private bool IsNewer(Flag flag, ChatMessage message) =>
        message.EditedAt is { } edited && (flag.EditedAt is null || edited > flag.EditedAt) && flag.Fingerprint != fingerprints.Of(message);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "Opened flag {Flag} for {Count} findings.")]
        public static partial void Opened(ILogger logger, Guid flag, int count);
    }
}
