using System.Globalization;

namespace GuidanceBot.Testing.Discord;

/// <summary>The double's rate limits: a bucket for each route and the id at its head, as wide as a test says.</summary>
public sealed class DoubleLimits
{
    private readonly Dictionary<string, (int Limit, TimeSpan Window)> _rules = [];
    private readonly Dictionary<string, (int Left, DateTimeOffset Resets)> _buckets = [];

    /// <summary>So many requests in a window for every route that begins so, such as <c>POST /channels/</c>.</summary>
    public void Set(string beginning, int limit, TimeSpan window) => _rules[beginning] = (limit, window);

    /// <summary>How many requests were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Counts a request: the headers to answer with, and how long to wait where it is one too many.</summary>
    public (Dictionary<string, string> Headers, TimeSpan? Wait) Count(string method, string path)
    {
        var rule = _rules.FirstOrDefault(r => $"{method} {path}".StartsWith(r.Key, StringComparison.Ordinal));
        var (limit, window) = rule.Key is null ? (1000, TimeSpan.FromSeconds(1)) : rule.Value;
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var name = $"{method}{string.Concat(segments.Select((s, i) => i % 2 == 0 ? s : ""))}";
        var key = name + (segments.Length > 1 ? segments[1] : "");

        lock (_buckets)
        {
            var now = TimeProvider.System.GetUtcNow();
            var bucket = _buckets.GetValueOrDefault(key);
            if (bucket.Resets <= now)
                bucket = (limit, now + window);
            var isOver = bucket.Left <= 0;
            bucket.Left = Math.Max(0, bucket.Left - 1);
            _buckets[key] = bucket;
            if (isOver)
                Refused++;
            return (new Dictionary<string, string>
            {
                ["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture),
                ["X-RateLimit-Remaining"] = bucket.Left.ToString(CultureInfo.InvariantCulture),
                ["X-RateLimit-Reset"] = (bucket.Resets.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture),
                ["X-RateLimit-Reset-After"] = (bucket.Resets - now).TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),
                ["X-RateLimit-Bucket"] = Convert.ToHexString(System.Text.Encoding.UTF8.GetBytes(name)).ToLowerInvariant(),
            }, isOver ? bucket.Resets - now : null);
        }
    }
}
