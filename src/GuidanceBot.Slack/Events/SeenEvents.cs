namespace GuidanceBot.Slack.Events;

/// <summary>Remembers what was handed out lately, since Slack delivers again what it thinks was missed, and has sent one message under several event ids.</summary>
internal sealed class SeenEvents(TimeProvider clock)
{
    // Slack's own retries end after five minutes over HTTP; twice that, and a bound that a flood cannot pass.
    private static readonly TimeSpan Memory = TimeSpan.FromMinutes(15);
    private const int Most = 50_000;

    private readonly Lock _gate = new();
    private readonly HashSet<string> _seen = [];
    private readonly Queue<(string Key, long At)> _order = new();

    /// <summary>Whether this is the first time; it is remembered from now on.</summary>
    public bool IsNew(string key)
    {
        lock (_gate)
        {
            var now = clock.GetTimestamp();
            while (_order.TryPeek(out var oldest) && (_order.Count >= Most || clock.GetElapsedTime(oldest.At, now) > Memory))
                _seen.Remove(_order.Dequeue().Key);
            if (!_seen.Add(key))
                return false;
            _order.Enqueue((key, now));
            return true;
        }
    }

    /// <summary>They may come again: nothing was done about them.</summary>
    public void Forget(params ReadOnlySpan<string> keys)
    {
        lock (_gate)
        {
            foreach (var key in keys)
                _seen.Remove(key);
        }
    }
}
