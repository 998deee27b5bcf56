using GuidanceBot.Communities;
using GuidanceBot.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GuidanceBot.Storage.Tests;

public sealed class DatabaseTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("guidancebot-storage").FullName;

    private string ConnectionString => $"Data Source={Path.Combine(_folder, "bot.db")};Pooling=False";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_migrations_make_exactly_the_shape_that_the_code_expects()
    {
        await using var db = Open();

        await Database.UpgradeAsync(db, CancellationToken.None);

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Upgrading_twice_changes_nothing()
    {
        await using var db = Open();
        await Database.UpgradeAsync(db, CancellationToken.None);

        await Database.UpgradeAsync(db, CancellationToken.None);

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task A_lock_that_a_crash_left_behind_does_not_keep_the_next_start_waiting()
    {
        await using var db = Open();
        await Database.UpgradeAsync(db, CancellationToken.None);
        await db.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsLock(Id, Timestamp) VALUES(1, '2026-01-01')");

        await Database.UpgradeAsync(db, CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(await db.Database.GetPendingMigrationsAsync());
    }

    [Fact]
    public async Task Of_the_same_row_inserted_by_many_at_once_exactly_one_stands()
    {
        await using (var db = Open())
            await Database.UpgradeAsync(db, CancellationToken.None);

        var added = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            await using var db = Open();
            return await db.InsertIfAbsentAsync(new Community { Platform = "fake", Id = "clinic" }, CancellationToken.None);
        }));

        Assert.Single(added, won => won);
        await using var after = Open();
        Assert.Single(await after.Communities.ToListAsync());
    }

    [Fact]
    public async Task Moments_come_back_in_utc_and_compare_as_they_should()
    {
        await using var db = Open();
        await Database.UpgradeAsync(db, CancellationToken.None);
        var setUp = new DateTimeOffset(2026, 3, 29, 3, 0, 0, TimeSpan.FromHours(2));
        await db.InsertIfAbsentAsync(new Community { Platform = "fake", Id = "clinic", SetUpAt = setUp }, CancellationToken.None);

        var row = await db.Communities.SingleAsync(c => c.SetUpAt > setUp.AddMinutes(-1) && c.SetUpAt < setUp.AddMinutes(1));

        Assert.Equal((setUp, TimeSpan.Zero), (row.SetUpAt!.Value, row.SetUpAt.Value.Offset));
    }

    [Fact]
    public async Task No_column_is_named_for_a_text_that_members_wrote()
    {
        await using var bot = await TestBot.StartAsync();
        await using var db = await bot.OpenDatabaseAsync();

        var columns = db.Model.GetEntityTypes().SelectMany(e => e.GetProperties().Select(p => p.Name));

        Assert.DoesNotContain(columns, c => c is "Text" or "Content" or "Body" or "Draft");
    }

    private SqliteGuidanceDb Open() =>
        new ServiceCollection().AddSqliteStorage(ConnectionString).BuildServiceProvider()
            .GetRequiredService<IDbContextFactory<SqliteGuidanceDb>>().CreateDbContext();
}
