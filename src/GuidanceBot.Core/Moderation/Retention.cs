using GuidanceBot.Alarms;
using GuidanceBot.Communities;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Moderation;

/// <summary>Lets go of what is no longer needed: flags nobody looked at, the ids of who decided, the hashes that absorb redelivery.</summary>
internal sealed class Retention(FlagBook flags, FlagCards cards, CommunityBook communities, IDbContextFactory<GuidanceDb> databases) : IDueWork
{
    private static readonly TimeSpan Lapses = TimeSpan.FromDays(14);
    private static readonly TimeSpan Again = TimeSpan.FromHours(1);

    public string Name => "retention";

    public async Task<DateTimeOffset?> RunDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await LapseAsync(now, cancellationToken);
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var settings in await communities.AllAsync(cancellationToken))
            await BlankAsync(db, settings, now, cancellationToken);
        var old = now - PrivateWord.Kept;
        await db.PrivateWords.Where(w => w.At < old).ExecuteDeleteAsync(cancellationToken);
        return now + Again;
    }

    private async Task LapseAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var untouched = now - Lapses;
        foreach (var flag in await flags.ListAsync(all => all.Where(f => f.State != FlagState.Closed && f.TouchedAt <= untouched), cancellationToken))
        {
            await flags.ChangeAsync(flag.Id, f => f.TouchedAt <= untouched ? f.Lapse(now) : null, cancellationToken);
            await cards.ShowAsync(flag.Id, cancellationToken);
        }
    }

    // The person who decided is blanked on the card too: the version moves on, so that it is drawn again.
    private static async Task BlankAsync(GuidanceDb db, CommunitySettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (platform, community) = settings.Address;
        var before = now.AddDays(-settings.RetentionDays);
        var closed = db.Flags.Where(f => f.Platform == platform && f.Community == community && f.State == FlagState.Closed && f.ClosedAt < before);
        await db.FlagEvents.Where(e => e.Who != null && closed.Any(f => f.Id == e.FlagId))
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Who, (string?)null), cancellationToken);
        await closed.Where(f => f.DecidedBy != null || f.ClaimedBy != null).ExecuteUpdateAsync(
            set => set
                .SetProperty(f => f.DecidedBy, (string?)null)
                .SetProperty(f => f.ClaimedBy, (string?)null)
                .SetProperty(f => f.Version, f => f.Version + 1),
            cancellationToken);
    }
}
