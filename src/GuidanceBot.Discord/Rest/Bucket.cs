namespace GuidanceBot.Discord.Rest;

/// <summary>One of Discord's limits: so many requests until a moment. Before the first answer nothing is known, so that one request goes ahead alone.</summary>
internal sealed class Bucket(TimeProvider clock)
{
    // Where an answer never comes, the next may try after this long.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _turn = new(1, 1); // first come, first served
    private readonly Lock _lock = new();
    private TaskCompletionSource _learned = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _limit = 1;
    private int _left = 1;
    private DateTimeOffset _resetsAt = DateTimeOffset.MinValue;
    private bool _known;

    /// <summary>Whether it holds nothing back, and so can be forgotten.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_lock)
                return _turn.CurrentCount == 1 && _resetsAt < clock.GetUtcNow();
        }
    }

    /// <summary>Waits until a request may go.</summary>
    public async Task EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            while (TryTake() is var (wait, learned) && wait > TimeSpan.Zero)
            {
                using var waking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
                await Task.WhenAny(learned, Task.Delay(wait, clock, waking.Token));
                await waking.CancelAsync();
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes over what an answer said.</summary>
    public void Learn(int limit, int left, TimeSpan resetsAfter)
    {
        lock (_lock)
        {
            _limit = Math.Max(1, limit);
            // Answers overtake each other, and do not know of what was sent since: the smaller number is the safe one.
            _left = _known ? Math.Min(_left, left) : left;
            _resetsAt = clock.GetUtcNow() + resetsAfter;
            _known = true;
            Wake();
        }
    }

    /// <summary>The answer told no limit: nothing is held back.</summary>
    public void LearnFree()
    {
        lock (_lock)
        {
            if (_known)
                return;
            _left = 1;
            _resetsAt = DateTimeOffset.MinValue;
            Wake();
        }
    }

    /// <summary>Holds everything back for a while: we were told to.</summary>
    public void Block(TimeSpan wait)
    {
        lock (_lock)
        {
            _left = 0;
            _resetsAt = clock.GetUtcNow() + wait;
            _known = true;
            Wake();
        }
    }

    private (TimeSpan Wait, Task Learned) TryTake()
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            if (_resetsAt <= now && (_known || _left <= 0))
            {
                // A new window. When it ends is told by the first answer in it.
                _left = _limit;
                _resetsAt = now + LongestSilence;
            }

            if (_left <= 0)
                return (_resetsAt - now, _learned.Task);
            if (!_known)
                _resetsAt = now + LongestSilence;
            _left--;
            return (TimeSpan.Zero, Task.CompletedTask);
        }
    }

    private void Wake()
    {
        _learned.TrySetResult();
        _learned = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
