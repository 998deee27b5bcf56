using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GuidanceBot.Storage;

/// <summary>The bot's database in one SQLite file.</summary>
public sealed class SqliteGuidanceDb(DbContextOptions<SqliteGuidanceDb> options) : GuidanceDb(options)
{
    /// <inheritdoc/>
    public override Task<bool> InsertIfAbsentAsync<T>(T row, CancellationToken cancellationToken) =>
        InsertIfAbsent.RunAsync(this, row, cancellationToken);

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite has no DateTimeOffset: UTC milliseconds sort and compare as they should.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    private sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
        at => at.ToUnixTimeMilliseconds(),
        stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));
}
