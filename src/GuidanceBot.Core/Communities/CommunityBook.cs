using System.Collections.Concurrent;
using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Communities;

/// <summary>Every community's settings, kept in memory so that screening a message asks no database.</summary>
public sealed class CommunityBook(IDbContextFactory<GuidanceDb> databases, ChatPlatforms platforms, TimeProvider clock)
{
    private readonly ConcurrentDictionary<CommunityAddress, CommunitySettings> _known = new();

    /// <summary>A community's settings; the defaults, not set up, where it has none.</summary>
    public async ValueTask<CommunitySettings> OfAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(community, out var known))
            return known;

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var row = await db.Communities.AsNoTracking()
            .SingleOrDefaultAsync(c => c.Platform == community.Platform && c.Id == community.Community, cancellationToken);
        var watched = await db.WatchedChannels.AsNoTracking()
            .Where(w => w.Platform == community.Platform && w.Community == community.Community && w.Mode != ChannelMode.Off)
            .ToDictionaryAsync(w => w.Channel, w => w.Mode, cancellationToken);
        return _known.GetOrAdd(community, Read(community, row, watched));
    }

    /// <summary>Every community that has been set up.</summary>
    public async Task<IReadOnlyList<CommunitySettings>> AllAsync(CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var addresses = await db.Communities.AsNoTracking().Where(c => c.SetUpAt != null)
            .Select(c => new CommunityAddress(c.Platform, c.Id)).ToListAsync(cancellationToken);
        var all = new List<CommunitySettings>(addresses.Count);
        foreach (var address in addresses)
            all.Add(await OfAsync(address, cancellationToken));
        return all;
    }

    /// <summary>Saves a community's settings whole.</summary>
    public async Task SaveAsync(CommunitySettings settings, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var (platform, id) = settings.Address;
        var row = await db.Communities.SingleOrDefaultAsync(c => c.Platform == platform && c.Id == id, cancellationToken);
        if (row is null)
            db.Communities.Add(row = new Community { Platform = platform, Id = id });
        Write(settings, row);

        var channels = await db.WatchedChannels.Where(w => w.Platform == platform && w.Community == id).ToListAsync(cancellationToken);
        foreach (var gone in channels.Where(c => !settings.Watched.ContainsKey(c.Channel)))
            gone.Mode = ChannelMode.Off;
        foreach (var (channel, mode) in settings.Watched)
        {
            var watched = channels.Find(c => c.Channel == channel);
            if (watched is null)
                db.WatchedChannels.Add(watched = new WatchedChannel { Platform = platform, Community = id, Channel = channel });
            // Ours to read from the moment it was picked, also when picked again: what stood there before is not.
            if (watched.Mode is ChannelMode.Off && mode is not ChannelMode.Off)
                watched.LastHandled = platforms.Find(platform)?.MarkAt(clock.GetUtcNow());
            watched.Mode = mode;
        }

        await db.SaveChangesAsync(cancellationToken);
        _known[settings.Address] = settings;
    }

    /// <summary>Forgets a community: every row that names it, whichever room it belongs to.</summary>
    public async Task ForgetAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.ForgetAsync(community, cancellationToken);
        _known.TryRemove(community, out _);
    }

    private static CommunitySettings Read(CommunityAddress address, Community? row, Dictionary<string, ChannelMode> watched) =>
        row is null
            ? new CommunitySettings { Address = address }
            : new CommunitySettings
            {
                Address = address,
                SetUpAt = row.SetUpAt,
                Watched = watched,
                ModeratorsChannel = row.ModeratorsChannel,
                ModeratorRoles = Split(row.ModeratorRoles),
                AdminRoles = Split(row.AdminRoles),
                Zone = row.Zone,
                Sensitivity = row.Sensitivity,
                Profanity = row.Profanity,
                CardAtOnce = row.CardAtOnce,
                RetentionDays = row.RetentionDays,
                Countries = Split(row.Countries),
                EmployerRun = row.EmployerRun,
            };

    private static void Write(CommunitySettings settings, Community row)
    {
        row.SetUpAt = settings.SetUpAt;
        row.ModeratorsChannel = settings.ModeratorsChannel;
        row.ModeratorRoles = string.Join(',', settings.ModeratorRoles);
        row.AdminRoles = string.Join(',', settings.AdminRoles);
        row.Zone = settings.Zone;
        row.Sensitivity = settings.Sensitivity;
        row.Profanity = settings.Profanity;
        row.CardAtOnce = settings.CardAtOnce;
        row.RetentionDays = settings.RetentionDays;
        row.Countries = string.Join(',', settings.Countries);
        row.EmployerRun = settings.EmployerRun;
    }

    private static string[] Split(string ids) => ids.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
