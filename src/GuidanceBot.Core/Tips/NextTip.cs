using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Tips;

/// <summary>Tells when a community's next tip is due.</summary>
public sealed class NextTip(IDbContextFactory<GuidanceDb> databases)
{
    /// <summary>The moment; null where none is planned.</summary>
    public async Task<DateTimeOffset?> OfAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Places
            .Where(p => p.NextSlot != null && !p.Schedule.Paused && p.Schedule.Platform == community.Platform && p.Schedule.Community == community.Community)
            .MinAsync(p => p.NextSlot, cancellationToken);
    }
}
