using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Storage;

/// <summary>The database's life beyond single questions.</summary>
public static class Database
{
    /// <summary>Brings the database to this version's shape, creating it where it is not there. Readers and one writer may work side by side (WAL). Only for who holds the data folder.</summary>
    public static async Task UpgradeAsync(GuidanceDb db, CancellationToken cancellationToken)
    {
        await ForgetStaleLockAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    // EF locks an upgrade with a row, and waits for ever for one that a crash left behind. Nobody else upgrades what we hold.
    private static async Task ForgetStaleLockAsync(GuidanceDb db, CancellationToken cancellationToken)
    {
        var locks = await db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellationToken);
        if (locks > 0)
            await db.Database.ExecuteSqlRawAsync("DELETE FROM __EFMigrationsLock", cancellationToken);
    }
}
