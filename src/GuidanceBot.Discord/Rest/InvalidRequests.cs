using System.Net;

namespace GuidanceBot.Discord.Rest;

/// <summary>Counts refused requests: 10,000 within ten minutes would shut our whole address out, so we stop asking well before.</summary>
internal sealed class InvalidRequests(TimeProvider clock)
{
    private const int StopAt = 8000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private DateTimeOffset _since = clock.GetUtcNow();
    private int _count;

    /// <summary>Whether we may ask at all.</summary>
    public bool MayAsk
    {
        get
        {
            lock (_lock)
            {
                Roll();
                return _count < StopAt;
            }
        }
    }

    /// <summary>Counts an answer, if it is one that counts. A limit shared with others is not our doing.</summary>
    public void Count(HttpStatusCode status, bool sharedLimit)
    {
        if (status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests) || sharedLimit)
            return;
        lock (_lock)
        {
            Roll();
            _count++;
        }
    }

    private void Roll()
    {
        var now = clock.GetUtcNow();
        if (now - _since > Window)
            (_since, _count) = (now, 0);
    }
}
