namespace GuidanceBot.Discord.Messages;

/// <summary>One queue a channel: in order within a channel, side by side across channels, and never more waiting than fits. Putting something in never waits.</summary>
internal sealed class OrderedQueues<T>(Func<T, CancellationToken, ValueTask> handle, int capacity, int sideBySide, CancellationToken stopping)
{
    // A busy channel lets others have their turn after this many.
    private const int Turn = 64;

    private readonly Lock _lock = new();
    private readonly Dictionary<ulong, Lane> _lanes = [];
    private readonly Queue<Lane> _ready = new();
    private readonly Stack<Lane> _spare = new();
    private int _waiting;
    private int _running;

    /// <summary>How many wait or are being handled.</summary>
    public int Waiting => Volatile.Read(ref _waiting);

    /// <summary>Queues something; false when nothing more fits.</summary>
    public bool TryPut(ulong channel, T item)
    {
        Lane? start = null;
        lock (_lock)
        {
            if (_waiting >= capacity)
                return false;
            _waiting++;
            if (!_lanes.TryGetValue(channel, out var lane))
            {
                _lanes.Add(channel, lane = _spare.TryPop(out var spare) ? spare : new Lane());
                lane.Channel = channel;
            }

            lane.Items.Enqueue(item);
            if (lane.Busy)
                return true;
            lane.Busy = true;
            if (_running < sideBySide)
            {
                _running++;
                start = lane;
            }
            else
            {
                _ready.Enqueue(lane);
            }
        }

        if (start is not null)
            ThreadPool.UnsafeQueueUserWorkItem(static work => _ = work.Queues.WorkAsync(work.Lane), (Queues: this, Lane: start), preferLocal: false);
        return true;
    }

    // Works through one lane, then through whichever is ready, and ends when none is.
    private async Task WorkAsync(Lane? lane)
    {
        while (lane is not null)
        {
            for (var i = 0; i < Turn && TryTake(lane, out var item); i++)
            {
                try
                {
                    if (!stopping.IsCancellationRequested)
                        await handle(item, stopping);
                }
                catch (OperationCanceledException)
                {
                    // We are stopping; what was not handled is read back after the next start.
                }
                finally
                {
                    Interlocked.Decrement(ref _waiting);
                }
            }

            lane = Next(lane);
            // Back in line behind heartbeats and answers; the pool, which sees work move, adds no threads.
            await Task.Yield();
        }
    }

    private bool TryTake(Lane lane, out T item)
    {
        lock (_lock)
            return lane.Items.TryDequeue(out item!);
    }

    private Lane? Next(Lane done)
    {
        lock (_lock)
        {
            if (done.Items.Count > 0)
            {
                _ready.Enqueue(done);
            }
            else
            {
                done.Busy = false;
                _lanes.Remove(done.Channel);
                if (_spare.Count < sideBySide)
                    _spare.Push(done);
            }

            if (_ready.TryDequeue(out var next))
                return next;
            _running--;
            return null;
        }
    }

    private sealed class Lane
    {
        public Queue<T> Items { get; } = new();

        public ulong Channel { get; set; }

        public bool Busy { get; set; }
    }
}
