namespace GuidanceBot.Slack.Web;

/// <summary>Says when the next call may go: within each method's tier, one message a second in a channel, and not before a Retry-After is over. Pure but for its memory.</summary>
internal sealed class RateGate
{
    private static readonly TimeSpan BetweenMessages = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Bucket> _methods = [];
    private readonly Dictionary<string, DateTimeOffset> _nextInChannel = [];

    /// <summary>Takes a place for a call and says when it may go.</summary>
    public DateTimeOffset Reserve(SlackMethod method, string? channel, DateTimeOffset now)
    {
        lock (_gate)
        {
            var bucket = _methods.TryGetValue(method.Name, out var known) ? known : _methods[method.Name] = new Bucket(method.PerMinute);
            var at = bucket.Take(now);
            if (method == SlackMethod.PostMessage && channel is not null)
            {
                at = Later(at, _nextInChannel.GetValueOrDefault(channel));
                _nextInChannel[channel] = at + BetweenMessages;
                Sweep(now);
            }

            return at;
        }
    }

    /// <summary>Slack asked to be left alone with this method.</summary>
    public void Hold(SlackMethod method, DateTimeOffset until)
    {
        lock (_gate)
        {
            if (_methods.TryGetValue(method.Name, out var bucket))
                bucket.Held = Later(bucket.Held, until);
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        if (_nextInChannel.Count <= 1000)
            return;
        foreach (var (channel, _) in _nextInChannel.Where(c => c.Value < now).ToList())
            _nextInChannel.Remove(channel);
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    // A quarter of a minute's calls may go at once, the rest evenly, so that no minute sees more than the tier.
    private sealed class Bucket(int perMinute)
    {
        private readonly TimeSpan _each = TimeSpan.FromMinutes(1) / (perMinute * 3 / 4);
        private readonly int _burst = perMinute / 4;
        private DateTimeOffset _filledUntil;

        public DateTimeOffset Held { get; set; }

        public DateTimeOffset Take(DateTimeOffset now)
        {
            _filledUntil = Later(_filledUntil, now - (_each * _burst)) + _each;
            return Later(Later(_filledUntil, now), Held);
        }
    }
}
