using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Storage;

/// <summary>Puts the storage together.</summary>
public static class StorageRegistration
{
    /// <summary>Adds the SQLite database at the connection string. Call <see cref="Database.UpgradeAsync"/> before first use.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string connectionString)
    {
        services.AddDbContextFactory<SqliteGuidanceDb>(options => options.UseSqlite(connectionString));
        services.AddSingleton<IDbContextFactory<GuidanceDb>>(all =>
            new AnyProvider<SqliteGuidanceDb>(all.GetRequiredService<IDbContextFactory<SqliteGuidanceDb>>()));
        services.AddScoped<GuidanceDb>(all => all.GetRequiredService<IDbContextFactory<SqliteGuidanceDb>>().CreateDbContext());
        return services;
    }

    // A factory of a subclass, handed out as a factory of what the core knows.
    private sealed class AnyProvider<T>(IDbContextFactory<T> inner) : IDbContextFactory<GuidanceDb>
        where T : GuidanceDb
    {
        public GuidanceDb CreateDbContext() => inner.CreateDbContext();
    }
}
