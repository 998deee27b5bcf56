using System.Globalization;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace GuidanceBot.Moderation;

/// <summary>The rows behind the newest flag just as they are stored, for showing people what is kept.</summary>
public sealed class FlagRows(IDbContextFactory<GuidanceDb> databases)
{
    /// <summary>The row of the flag that was last touched, then its history; empty where there is no flag.</summary>
    public async Task<IReadOnlyList<KeptRow>> OfNewestAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var flag = await db.Flags.OrderByDescending(f => f.TouchedAt).ThenByDescending(f => f.Id).FirstOrDefaultAsync(cancellationToken);
        if (flag is null)
            return [];

        var events = await db.FlagEvents.Where(e => e.FlagId == flag.Id).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        return [Row("Flag", db.Entry(flag)), .. events.Select(e => Row("FlagEvent", db.Entry(e)))];
    }

    private static KeptRow Row(string table, EntityEntry row) => new(
        table,
        [.. row.Properties.Select(p => new KeyValuePair<string, string?>(p.Metadata.Name, Convert.ToString(p.CurrentValue, CultureInfo.InvariantCulture)))]);
}

/// <summary>One stored row: its table, and each column with its value.</summary>
public sealed record KeptRow(string Table, IReadOnlyList<KeyValuePair<string, string?>> Values);
