using GuidanceBot.Alarms;
using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Tips;

/// <summary>Posts the tips that are due: claims their slots in the ledger, posts them, records how it went.</summary>
internal sealed class TipAlarm(GuidanceDb db, TipLedger ledger, TipPoster poster, ChatPlatforms platforms) : IDueWork
{
    public string Name => "tips";

    public async Task<DateTimeOffset?> RunDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claimed = await ledger.ClaimDueAsync(now, cancellationToken);
        claimed.AddRange(await ledger.ClaimLeftAsync(now, cancellationToken));
        await poster.PostAsync(claimed, cancellationToken);
        return await NextAsync(cancellationToken);
    }

    private async Task<DateTimeOffset?> NextAsync(CancellationToken cancellationToken)
    {
        var running = platforms.All.Select(p => p.Name).ToList();
        var slot = await db.Places
            .Where(p => p.NextSlot != null && !p.Schedule.Paused && running.Contains(p.Schedule.Platform))
            .MinAsync(p => p.NextSlot, cancellationToken);
        var again = await db.Postings
            .Where(p => p.State == PostingState.Claimed && running.Contains(p.Place.Schedule.Platform))
            .MinAsync(p => p.TryAt, cancellationToken);
        return slot is null || again < slot ? again ?? slot : slot;
    }
}
