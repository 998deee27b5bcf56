using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Moderation;

/// <summary>How far each watched channel was handled, as it is written down.</summary>
internal sealed class ChannelMarks(IDbContextFactory<GuidanceDb> databases)
{
    /// <summary>Gives every channel that has no mark yet its first.</summary>
    public async Task BeginAsync(IChatPlatform platform, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (platform.MarkAt(now) is not { } mark)
            return;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.WatchedChannels.Where(w => w.Platform == platform.Name && w.Mode != ChannelMode.Off && w.LastHandled == null)
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.LastHandled, mark), cancellationToken);
    }

    /// <summary>The channels of a platform that can be read back.</summary>
    public async Task<IReadOnlyList<ChannelAddress>> WatchedAsync(string platform, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.WatchedChannels.AsNoTracking()
            .Where(w => w.Platform == platform && w.Mode != ChannelMode.Off && w.LastHandled != null)
            .Select(w => new ChannelAddress(w.Platform, w.Community, w.Channel))
            .ToListAsync(cancellationToken);
    }

    /// <summary>The last message handled in a channel; null where there was none.</summary>
    public async Task<string?> LastAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await Row(db, channel).Select(w => w.LastHandled).SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Moves one channel's mark.</summary>
    public async Task WriteAsync(ChannelAddress channel, string message, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await Row(db, channel).ExecuteUpdateAsync(set => set.SetProperty(w => w.LastHandled, message), cancellationToken);
    }

    private static IQueryable<WatchedChannel> Row(GuidanceDb db, ChannelAddress channel) =>
        db.WatchedChannels.Where(w => w.Platform == channel.Platform && w.Community == channel.Community && w.Channel == channel.Channel);
}
