namespace GuidanceBot.Discord.Gateway;

/// <summary>Lets sessions begin only as fast as Discord allows: so many at once every five seconds, and so many a day (overrunning that resets the token).</summary>
internal sealed class IdentifyGate(TimeProvider clock)
{
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Dictionary<int, DateTimeOffset> _free = [];
    private int _atOnce = 1;
    private int _left = 1;
    private DateTimeOffset _refillsAt = DateTimeOffset.MinValue;

    /// <summary>Takes over what Discord says is left.</summary>
    public void Learn(int atOnce, int left, TimeSpan refillsAfter)
    {
        _atOnce = Math.Max(1, atOnce);
        _left = left;
        _refillsAt = clock.GetUtcNow() + refillsAfter;
    }

    /// <summary>Waits until this shard may begin a session.</summary>
    public async Task EnterAsync(int shard, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        try
        {
            if (_left <= 0 && _refillsAt - clock.GetUtcNow() is var day && day > TimeSpan.Zero)
                await Task.Delay(day, clock, cancellationToken);
            var free = _free.GetValueOrDefault(shard % _atOnce);
            if (free - clock.GetUtcNow() is var wait && wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, cancellationToken);
            _free[shard % _atOnce] = clock.GetUtcNow() + Apart;
            _left--;
        }
        finally
        {
            _one.Release();
        }
    }
}
