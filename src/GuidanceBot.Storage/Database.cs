using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Storage;

/// <summary>The database's life beyond single questions.</summary>
public static class Database
{
    /// <summary>Brings the database to this version's shape, creating it where it is not there. Readers and one writer may work side by side (WAL).</summary>
    public static async Task UpgradeAsync(GuidanceDb db, CancellationToken cancellationToken)
    {
        if (db.Database.GetMigrations().Any())
            await db.Database.MigrateAsync(cancellationToken);
        else
            await db.Database.EnsureCreatedAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }
}
