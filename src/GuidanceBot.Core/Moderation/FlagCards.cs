using GuidanceBot.Alarms;
using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Guidance;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Moderation;

/// <summary>Shows flags in the moderators' channel and draws their cards again. A flag is saved before it is shown, so that showing may fail and be tried again.</summary>
internal sealed partial class FlagCards(
    FlagBook flags, CommunityBook communities, ChatPlatforms platforms, TakeawayPack takeaways, Overheard overheard, AlarmClock alarms, TimeProvider clock, ILogger<FlagCards> logger)
{
    // A post that is tried again may meet one that a crash left behind, which shows how things stood then.
    private static readonly TimeSpan FirstTry = TimeSpan.FromSeconds(10);

    // Two who draw the same card at once would post it twice where the platform forgets keys. Flags that share a lock only wait a little.
    private readonly SemaphoreSlim[] _drawing = [.. Enumerable.Range(0, 32).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Shows the flag as it stands now. What does not work is due work for later, never the caller's trouble.</summary>
    public async Task ShowAsync(Guid id, CancellationToken cancellationToken)
    {
        if (!await TryShowAsync(id, cancellationToken))
            alarms.Ring();
    }

    /// <summary>Shows the flag as it stands now; false when it must be tried again.</summary>
    public async Task<bool> TryShowAsync(Guid id, CancellationToken cancellationToken)
    {
        try
        {
            return await DrawUntilCurrentAsync(id, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The flag is saved: whatever ails its card must not make the message or the decision look lost, nor keep other cards back.
            Log.NotShown(logger, id, failure.GetType().Name);
            return false;
        }
    }

    public async Task<FlagView> ViewAsync(Flag flag, CancellationToken cancellationToken)
    {
        if (flag.IsClosed)
            overheard.Forget(flag.Id);

        var platform = platforms[flag.Platform];
        var number = FlagFinding.Read(flag.Findings).Select(f => f.Takeaway).FirstOrDefault(t => t is not null);
        var moderator = flag.IsClosed ? flag.DecidedBy : flag.ClaimedBy;
        return new FlagView(
            flag,
            await ChannelNames.OfAsync(platform, flag.WatchedChannel, cancellationToken),
            platform.LinkTo(flag.Address),
            number is { } n ? takeaways[n] : null,
            platform.Abilities)
        {
            Moderator = moderator is null ? "" : (await platform.FindMemberAsync(new MemberId(flag.Platform, flag.Community, moderator), cancellationToken))?.DisplayName ?? "a moderator",
            Overheard = overheard.About(flag.Id),
        };
    }

    private async Task<bool> DrawUntilCurrentAsync(Guid id, CancellationToken cancellationToken)
    {
        var one = _drawing[(uint)id.GetHashCode() % _drawing.Length];
        await one.WaitAsync(cancellationToken);
        try
        {
            while (await flags.FindAsync(id, cancellationToken) is { OwnCard: true } flag && flag.DrawnVersion != flag.Version)
            {
                if (!await DrawAsync(flag, cancellationToken))
                    return false;
            }

            return true;
        }
        finally
        {
            one.Release();
        }
    }

    private async Task<bool> DrawAsync(Flag flag, CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(flag.Address.In, cancellationToken);
        if (settings.ModeratorsChannel is not { } moderators || platforms.Find(flag.Platform) is not { } platform)
            return false;

        var card = FlagCard.Draw(await ViewAsync(flag, cancellationToken));
        var stands = flag.Card;
        if (stands is null)
        {
            var posted = await platform.PostAsync(flag.WatchedChannel with { Channel = moderators }, card, flag.CardKey, silent: true, cancellationToken);
            if (posted is not { Outcome: Outcome.Done, Message: { } message })
                return Tell(flag, posted.Outcome);
            stands = message;
        }

        if (flag.Card is not null || clock.GetUtcNow() - flag.OpenedAt > FirstTry)
        {
            var redrawn = await platform.RedrawAsync(stands.Value, card, cancellationToken);
            if (redrawn is Outcome.Failed)
                return Tell(flag, redrawn);
            if (redrawn is not (Outcome.Done or Outcome.Gone))
                Tell(flag, redrawn); // trying again would change nothing
        }

        await flags.DrawnAsync(flag, stands.Value, clock.GetUtcNow(), cancellationToken);
        return true;
    }

    private bool Tell(Flag flag, Outcome outcome)
    {
        Log.NotShown(logger, flag.Id, outcome.ToString());
        return false;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "The card of flag {Flag} could not be drawn: {Why}.")]
        public static partial void NotShown(ILogger logger, Guid flag, string why);
    }
}
