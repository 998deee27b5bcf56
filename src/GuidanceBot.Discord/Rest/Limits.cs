using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;

namespace GuidanceBot.Discord.Rest;

/// <summary>All of Discord's limits as its answers told them: no number stands here but the global one, which no header carries.</summary>
internal sealed class Limits(TimeProvider clock)
{
    // Discord's documented limit over all requests of a bot, interaction replies not counted.
    private const int GlobalPerSecond = 50;
    private const int SweepFrom = 2000;

    private readonly ConcurrentDictionary<string, string> _names = new();
    private readonly ConcurrentDictionary<(string Name, string Major), Bucket> _buckets = new();
    private readonly Lock _lock = new();
    private DateTimeOffset _silentUntil;
    private long _second;
    private int _inSecond;

    /// <summary>Waits until a request on this route may go.</summary>
    public async Task EnterAsync(Route route, CancellationToken cancellationToken)
    {
        await Of(route).EnterAsync(cancellationToken);
        while (!TakeOfAll(out var wait))
            await Task.Delay(wait, clock, cancellationToken);
    }

    /// <summary>Takes over what the answer's headers say.</summary>
    public void Learn(Route route, HttpResponseHeaders headers)
    {
        var bucket = Of(route);
        if (Header(headers, "X-RateLimit-Bucket") is { } name && _names.TryAdd(route.Template, name))
        {
            // Routes may share a bucket; its name is known from the first answer only.
            bucket = _buckets.GetOrAdd((name, route.Major), bucket);
        }

        if (Number(headers, "X-RateLimit-Limit") is { } limit && Number(headers, "X-RateLimit-Remaining") is { } left && Number(headers, "X-RateLimit-Reset-After") is { } resetsAfter)
            bucket.Learn((int)limit, (int)left, TimeSpan.FromSeconds(resetsAfter));
        else
            bucket.LearnFree();
    }

    /// <summary>We were told to wait: on this route, or everywhere.</summary>
    public void Block(Route route, bool everywhere, TimeSpan wait)
    {
        if (!everywhere)
        {
            Of(route).Block(wait);
            return;
        }

        lock (_lock)
            _silentUntil = clock.GetUtcNow() + wait;
    }

    /// <summary>No answer came: whoever waits for one may go on.</summary>
    public void Unclear(Route route) => Of(route).LearnFree();

    private Bucket Of(Route route)
    {
        if (_buckets.Count > SweepFrom)
            Sweep();
        return _buckets.GetOrAdd((_names.GetValueOrDefault(route.Template, route.Template), route.Major), _ => new Bucket(clock));
    }

    private void Sweep()
    {
        foreach (var (key, bucket) in _buckets)
        {
            if (bucket.IsIdle)
                _buckets.TryRemove(key, out _);
        }
    }

    // The limit over all routes, and a global pause where one was ordered.
    private bool TakeOfAll(out TimeSpan wait)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            wait = _silentUntil - now;
            if (wait > TimeSpan.Zero)
                return false;

            var milliseconds = now.ToUnixTimeMilliseconds();
            if (milliseconds / 1000 != _second)
                (_second, _inSecond) = (milliseconds / 1000, 0);
            wait = TimeSpan.FromMilliseconds(1000 - (milliseconds % 1000));
            return _inSecond++ < GlobalPerSecond;
        }
    }

    private static string? Header(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static double? Number(HttpResponseHeaders headers, string name) =>
        double.TryParse(Header(headers, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
