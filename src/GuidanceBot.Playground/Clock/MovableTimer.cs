namespace GuidanceBot.Playground.Clock;

/// <summary>A timer that keeps the moment it is due at, so that it can be armed again when the clock has moved.</summary>
internal sealed class MovableTimer : ITimer
{
    // System timers take at most about 49 days; a longer wait is taken in stages.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(40);

    private readonly TimeProvider _clock;
    private readonly TimerCallback _callback;
    private readonly object? _state;
    private readonly Action<MovableTimer> _gone;
    private readonly ITimer _inner;
    private readonly Lock _lock = new();
    private DateTimeOffset? _due;
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private bool _disposed;

    public MovableTimer(TimeProvider clock, TimerCallback callback, object? state, Action<MovableTimer> gone)
    {
        (_clock, _callback, _state, _gone) = (clock, callback, state, gone);
        _inner = TimeProvider.System.CreateTimer(_ => Ring(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        lock (_lock)
        {
            if (_disposed)
                return false;
            _period = period;
            _due = dueTime == Timeout.InfiniteTimeSpan ? null : _clock.GetUtcNow() + dueTime;
            return Arm();
        }
    }

    /// <summary>Arms the timer for what is left on the moved clock.</summary>
    public void Rearm()
    {
        lock (_lock)
        {
            if (!_disposed)
                Arm();
        }
    }

    public void Dispose()
    {
        lock (_lock)
            _disposed = true;
        _inner.Dispose();
        _gone(this);
    }

    public async ValueTask DisposeAsync()
    {
        lock (_lock)
            _disposed = true;
        await _inner.DisposeAsync();
        _gone(this);
    }

    private bool Arm() => _inner.Change(_due is { } due ? Wait(due) : Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

    private TimeSpan Wait(DateTimeOffset due)
    {
        var left = due - _clock.GetUtcNow();
        return left <= TimeSpan.Zero ? TimeSpan.Zero : left > LongestWait ? LongestWait : TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds));
    }

    private void Ring()
    {
        lock (_lock)
        {
            if (_disposed || _due is not { } due)
                return;
            if (due > _clock.GetUtcNow())
            {
                Arm();
                return;
            }

            _due = _period > TimeSpan.Zero ? _clock.GetUtcNow() + _period : null;
            Arm();
        }

        _callback(_state);
    }
}
