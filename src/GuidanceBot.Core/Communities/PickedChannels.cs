using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Communities;

/// <summary>A channel that an admin picked, and what the bot does in it.</summary>
public sealed record PickedChannel(ChannelAddress Address, bool Reads, bool Posts);

/// <summary>Every channel that admins picked: to be read, to show flags in, to post tips in. For the doctor, who looks while no bot runs.</summary>
public static class PickedChannels
{
    /// <summary>The picked channels of a platform.</summary>
    public static async Task<IReadOnlyList<PickedChannel>> OfAsync(GuidanceDb db, string platform, CancellationToken cancellationToken)
    {
        var read = await db.WatchedChannels.AsNoTracking().Where(w => w.Platform == platform && w.Mode != ChannelMode.Off)
            .Select(w => new ChannelAddress(w.Platform, w.Community, w.Channel)).ToListAsync(cancellationToken);
        var flags = await db.Communities.AsNoTracking().Where(c => c.Platform == platform && c.ModeratorsChannel != null)
            .Select(c => new ChannelAddress(c.Platform, c.Id, c.ModeratorsChannel!)).ToListAsync(cancellationToken); // those without were left out
        var tips = await db.Places.AsNoTracking().Where(p => p.Schedule!.Platform == platform)
            .Select(p => new ChannelAddress(p.Schedule!.Platform, p.Schedule.Community, p.Channel)).ToListAsync(cancellationToken); // a place always has its schedule
        var posted = flags.Concat(tips).ToHashSet();
        return [.. read.Concat(posted).Distinct().Select(c => new PickedChannel(c, read.Contains(c), posted.Contains(c)))];
    }
}
