using GuidanceBot.Alarms;
using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Moderation;

/// <summary>Reads back what was written while the bot did not listen: after a start, after a lost session, after a message could not be handled.</summary>
public sealed partial class CatchUp : IDueWork
{
    private const int MostTries = 5;
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private readonly IServiceProvider _services;
    private readonly HandledMarks _marks;
    private readonly FlagBook _flags;
    private readonly IDbContextFactory<GuidanceDb> _databases;
    private readonly ChatPlatforms _platforms;
    private readonly ILogger<CatchUp> _logger;
    private readonly Lock _gate = new();
    private HashSet<string> _requested;

    internal CatchUp(IServiceProvider services, HandledMarks marks, FlagBook flags, IDbContextFactory<GuidanceDb> databases, ChatPlatforms platforms, ILogger<CatchUp> logger)
    {
        (_services, _marks, _flags, _databases, _platforms, _logger) = (services, marks, flags, databases, platforms, logger);
        _requested = [.. platforms.All.Select(p => p.Name)]; // every start is the end of an outage
    }

    string IDueWork.Name => "catching up";

    /// <summary>An adapter lost its session and has a new one: what was written between is read back, soon and in the background.</summary>
    public void Request(string platform)
    {
        // At once, so that nothing handled from now on counts as the end of the gap.
        _marks.MissedOn(platform);
        lock (_gate)
            _requested.Add(platform);
        _services.GetRequiredService<AlarmClock>().Ring();
    }

    /// <summary>An adapter could not hand in something of this channel: it is read back, soon and in the background.</summary>
    public void Request(ChannelAddress channel)
    {
        _marks.Missed(channel);
        _services.GetRequiredService<AlarmClock>().Ring();
    }

    async Task<DateTimeOffset?> IDueWork.RunDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        HashSet<string> requested;
        lock (_gate)
            (requested, _requested) = (_requested, []);
        foreach (var platform in requested.Select(_platforms.Find).OfType<IChatPlatform>())
            await StartAsync(platform, cancellationToken);

        foreach (var (channel, gaps) in _marks.WithGaps())
            await ReadBackAsync(channel, gaps, cancellationToken);
        return _marks.WithGaps().Count > 0 ? now + Again : null;
    }

    private async Task StartAsync(IChatPlatform platform, CancellationToken cancellationToken)
    {
        foreach (var channel in await WatchedAsync(platform.Name, cancellationToken))
            _marks.Missed(channel);

        // Messages with an open flag may have been mended meanwhile, and reading back shows only newer ones.
        var open = await _flags.ListAsync(
            all => all.Where(f => f.Platform == platform.Name && f.State != FlagState.Closed).OrderByDescending(f => f.TouchedAt).Take(200), cancellationToken);
        foreach (var flag in open)
        {
            try
            {
                var found = await platform.ReadAsync(flag.Address, cancellationToken);
                if (found.Outcome is Outcome.Gone)
                    await Inbox.ForgetAsync(flag.Address, cancellationToken);
                else if (found.Message is { } message)
                    await Inbox.ReadAsync(message, cancellationToken);
            }
            catch (HttpRequestException failure)
            {
                // The platform is away: the flag stays open, and the next edit or start finds it again.
                Log.NotRead(_logger, platform.Name, failure.GetType().Name);
                break;
            }
        }
    }

    private async Task ReadBackAsync(ChannelAddress channel, int gaps, CancellationToken cancellationToken)
    {
        var from = await LastHandledAsync(channel, cancellationToken);
        var whole = from is null; // nothing was ever handled here: what stood before the channel was picked is not ours to read
        try
        {
            whole = whole || await HandInAsync(channel, from, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whatever ails one channel must not keep the others from being read back.
            Log.NotRead(_logger, channel.Platform, failure.GetType().Name);
        }

        if (whole)
        {
            _marks.Closed(channel, gaps);
        }
        else if (_marks.Failed(channel) >= MostTries)
        {
            Log.GaveUp(_logger, channel.Platform, MostTries);
            _marks.GiveUp(channel);
        }
    }

    private async Task<bool> HandInAsync(ChannelAddress channel, string? from, CancellationToken cancellationToken)
    {
        if (_platforms.Find(channel.Platform) is not { } platform)
            return true;

        var whole = true;
        await foreach (var message in platform.ReadSinceAsync(channel, from, cancellationToken))
            whole &= await Inbox.ReadAsync(message, cancellationToken);
        return whole;
    }

    private async Task<List<ChannelAddress>> WatchedAsync(string platform, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await db.WatchedChannels.AsNoTracking()
            .Where(w => w.Platform == platform && w.Mode != Communities.ChannelMode.Off && w.LastHandled != null)
            .Select(w => new ChannelAddress(w.Platform, w.Community, w.Channel))
            .ToListAsync(cancellationToken);
    }

    private async Task<string?> LastHandledAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        await using var db = await _databases.CreateDbContextAsync(cancellationToken);
        return await db.WatchedChannels.AsNoTracking()
            .Where(w => w.Platform == channel.Platform && w.Community == channel.Community && w.Channel == channel.Channel)
            .Select(w => w.LastHandled)
            .SingleOrDefaultAsync(cancellationToken);
    }

    // The Inbox hands messages to the watch, which marks them here: asked for late, since each would need the other to be made.
    private Inbox Inbox => _services.GetRequiredService<Inbox>();

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Reading back on {Platform} failed with {Exception} and will be tried again.")]
        public static partial void NotRead(ILogger logger, string platform, string exception);

        [LoggerMessage(2, LogLevel.Error, "Reading back a channel on {Platform} failed {Times} times; going on from its newest message.")]
        public static partial void GaveUp(ILogger logger, string platform, int times);
    }
}
