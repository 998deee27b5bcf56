using System.Globalization;
using GuidanceBot.Playground.Store;

namespace GuidanceBot.Playground.Clock;

/// <summary>A clock that runs like the real one and can be moved forward, never back. What it was moved by outlives a restart; timers that become due wake at once.</summary>
internal sealed class PlaygroundClock : TimeProvider
{
    private const string KeptAs = "clock moved by";

    private readonly Kept _kept;
    private readonly Lock _lock = new();
    private readonly HashSet<MovableTimer> _timers = [];
    private TimeSpan _ahead;

    public PlaygroundClock(Kept kept)
    {
        _kept = kept;
        _ahead = TimeSpan.TryParse(kept.Read(KeptAs), CultureInfo.InvariantCulture, out var ahead) && ahead > TimeSpan.Zero ? ahead : TimeSpan.Zero;
    }

    /// <summary>Raised after the clock was moved.</summary>
    public event Action? Moved;

    /// <summary>How far ahead of the real time it is.</summary>
    public TimeSpan Ahead
    {
        get
        {
            lock (_lock)
                return _ahead;
        }
    }

    public override TimeZoneInfo LocalTimeZone => System.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Ahead.TotalSeconds * TimestampFrequency);

    /// <summary>Moves the clock to a later moment. False where that moment has passed, or the move could not be kept.</summary>
    public bool MoveTo(DateTimeOffset moment)
    {
        MovableTimer[] timers;
        lock (_lock)
        {
            var ahead = moment - System.GetUtcNow();
            if (ahead <= _ahead || moment.Year > 9000 || !_kept.TryWrite(KeptAs, ahead.ToString("c", CultureInfo.InvariantCulture)))
                return false;
            _ahead = ahead;
            timers = [.. _timers];
        }

        foreach (var timer in timers)
            timer.Rearm();
        Moved?.Invoke();
        return true;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovableTimer(this, callback, state, Forget);
        lock (_lock)
            _timers.Add(timer);
        timer.Change(dueTime, period);
        return timer;
    }

    private void Forget(MovableTimer timer)
    {
        lock (_lock)
            _timers.Remove(timer);
    }
}
