using System.Globalization;
using GuidanceBot.Alarms;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Tips;

/// <summary>Lets go of what the ledger and the rotation no longer ask for, so that years of tips leave no trace.</summary>
internal sealed class TipRetention(GuidanceDb db, TipPack pack) : IDueWork
{
    /// <summary>How long one can look back at what was posted when. No slot is decided twice: places only move forward.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    // Places in other zones get to the same time on the wall within a day or so.
    private static readonly TimeSpan TurnKept = TimeSpan.FromDays(7);
    private static readonly TimeSpan Again = TimeSpan.FromHours(6);

    public string Name => "retention of tips";

    public async Task<DateTimeOffset?> RunDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = now - Kept;
        await db.Postings.Where(p => p.State != PostingState.Claimed && p.DecidedAt < old).ExecuteDeleteAsync(cancellationToken);

        // The rotation looks at the newest turns only, two for each tip; the pack may grow.
        var needed = 4 * pack.Tips.Count;
        var wall = (now - TurnKept).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        await db.Turns
            .Where(t => t.Wall.CompareTo(wall) < 0 && t.Ordinal + needed < db.Turns.Where(o => o.ScheduleId == t.ScheduleId).Max(o => o.Ordinal))
            .ExecuteDeleteAsync(cancellationToken);
        return now + Again;
    }
}
