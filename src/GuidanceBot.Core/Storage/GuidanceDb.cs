using System.Reflection;
using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Moderation;
using GuidanceBot.Tips;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Storage;

/// <summary>The bot's own database, asked directly. Holds no text of members' messages. Providers subclass it.</summary>
public abstract class GuidanceDb(DbContextOptions options) : DbContext(options)
{
    internal DbSet<Community> Communities => Set<Community>();

    internal DbSet<WatchedChannel> WatchedChannels => Set<WatchedChannel>();

    internal DbSet<Flag> Flags => Set<Flag>();

    internal DbSet<FlagEvent> FlagEvents => Set<FlagEvent>();

    internal DbSet<ChannelException> ChannelExceptions => Set<ChannelException>();

    internal DbSet<PrivateWord> PrivateWords => Set<PrivateWord>();

    internal DbSet<DigestDay> DigestDays => Set<DigestDay>();

    internal DbSet<SetupDraft> SetupDrafts => Set<SetupDraft>();

    internal DbSet<Schedule> Schedules => Set<Schedule>();

    internal DbSet<Place> Places => Set<Place>();

    internal DbSet<Turn> Turns => Set<Turn>();

    internal DbSet<Posting> Postings => Set<Posting>();

    /// <summary>Adds a row unless one with the same key, or another unique index, is there. True when it was added. Not tracked.</summary>
    public abstract Task<bool> InsertIfAbsentAsync<T>(T row, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Deletes every row of a community, whichever room it belongs to: those whose columns say so, with what hangs on them.</summary>
    internal async Task ForgetAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        var delete = typeof(GuidanceDb).GetMethod(nameof(DeleteAsync), BindingFlags.Instance | BindingFlags.NonPublic)!; // it stands below
        await using var all = await Database.BeginTransactionAsync(cancellationToken);
        foreach (var type in Model.GetEntityTypes().Where(t => t.FindProperty("Platform") is not null))
        {
            var column = type.ClrType == typeof(Community) ? nameof(Community.Id) : "Community";
            if (type.FindProperty(column) is not null)
                await (Task)delete.MakeGenericMethod(type.ClrType).Invoke(this, [community, column, cancellationToken])!; // it returns a task
        }

        await all.CommitAsync(cancellationToken);
    }

    private Task DeleteAsync<T>(CommunityAddress community, string column, CancellationToken cancellationToken)
        where T : class =>
        Set<T>().Where(row => EF.Property<string>(row, "Platform") == community.Platform && EF.Property<string>(row, column) == community.Community)
            .ExecuteDeleteAsync(cancellationToken);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GuidanceDb).Assembly);
}
