using GuidanceBot.Communities;
using GuidanceBot.Moderation;
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

    /// <summary>Adds a row unless one with the same key, or another unique index, is there. True when it was added. Not tracked.</summary>
    public abstract Task<bool> InsertIfAbsentAsync<T>(T row, CancellationToken cancellationToken)
        where T : class;

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(GuidanceDb).Assembly);
}
