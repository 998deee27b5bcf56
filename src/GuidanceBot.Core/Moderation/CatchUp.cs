using GuidanceBot.Alarms;
using GuidanceBot.Chat;
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
    private readonly ChannelMarks _written;
    private readonly UnreadHistory _unread;
    private readonly ChatPlatforms _platforms;
    private readonly ILogger<CatchUp> _logger;
    private readonly Lock _gate = new();
    private HashSet<string> _requested;

    internal CatchUp(IServiceProvider services, HandledMarks marks, ChannelMarks written, UnreadHistory unread, FlagBook flags, ChatPlatforms platforms, ILogger<CatchUp> logger)
    {
        (_services, _marks, _written, _unread, _flags, _platforms, _logger) = (services, marks, written, unread, flags, platforms, logger);
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
            await StartAsync(platform, now, cancellationToken);

        var unread = new List<Unread>();
        foreach (var (channel, gaps) in _marks.WithGaps())
        {
            if (await ReadBackAsync(channel, gaps, cancellationToken) is { } lost)
                unread.Add(lost);
        }

        foreach (var community in unread.GroupBy(u => u.Channel.In))
            await GiveUpAsync([.. community], cancellationToken);
        return _marks.WithGaps().Count > 0 ? now + Again : null;
    }

    private async Task StartAsync(IChatPlatform platform, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Before the first message, so that a crash in the first seconds is read back too.
        await _written.BeginAsync(platform, now, cancellationToken);
        foreach (var channel in await _written.WatchedAsync(platform.Name, cancellationToken))
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

    // What has to be given up; null where it was read, or will be tried again.
    private async Task<Unread?> ReadBackAsync(ChannelAddress channel, int gaps, CancellationToken cancellationToken)
    {
        var from = await _written.LastAsync(channel, cancellationToken);
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
            return null;
        }

        return _marks.Failed(channel) < MostTries ? null : new Unread(channel, from!, _marks.MissedUntil(channel)); // without a mark it was whole
    }

    // Told first: a crash between the two tells again under the same key, and forgets nothing.
    private async Task GiveUpAsync(IReadOnlyList<Unread> unread, CancellationToken cancellationToken)
    {
        if (!await _unread.TellAsync(unread, cancellationToken))
            return;
        foreach (var (channel, _, until) in unread)
        {
            Log.GaveUp(_logger, channel.Platform, MostTries);
            if (_platforms.Find(channel.Platform)?.MarkAt(until) is { } mark)
                await _written.WriteAsync(channel, mark, cancellationToken);
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
