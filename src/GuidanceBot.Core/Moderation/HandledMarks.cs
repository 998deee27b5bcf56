using GuidanceBot.Chat;

namespace GuidanceBot.Moderation;

/// <summary>How far each watched channel has been handled, in memory, for the batch that is written every few seconds. A channel with a gap keeps its mark until the gap was read back.</summary>
internal sealed class HandledMarks(TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<ChannelAddress, Mark> _marks = [];

    /// <summary>A message was handled. Edits tell nothing about how far the channel was read.</summary>
    public void Handled(ChatMessage message)
    {
        if (message.EditedAt is not null)
            return;

        lock (_gate)
        {
            var mark = Of(message.Watched);
            if (message.SentAt >= mark.SentAt)
                (mark.Message, mark.SentAt, mark.IsDirty) = (message.Address.Message, message.SentAt, true);
        }
    }

    /// <summary>Something may have been missed here: the mark stays where it is until the channel was read back.</summary>
    public void Missed(ChannelAddress channel)
    {
        lock (_gate)
            Miss(Of(channel));
    }

    /// <summary>Something may have been missed in every channel of a platform that was handled in so far.</summary>
    public void MissedOn(string platform)
    {
        lock (_gate)
        {
            foreach (var (channel, mark) in _marks)
            {
                if (channel.Platform == platform)
                    Miss(mark);
            }
        }
    }

    /// <summary>Channels with a gap, each with the number to hand back to <see cref="Closed"/>.</summary>
    public IReadOnlyList<(ChannelAddress Channel, int Gaps)> WithGaps()
    {
        lock (_gate)
            return [.. _marks.Where(m => m.Value.Gaps > 0).Select(m => (m.Key, m.Value.Gaps))];
    }

    /// <summary>The gap was read back; one that opened meanwhile stays.</summary>
    public void Closed(ChannelAddress channel, int gaps)
    {
        lock (_gate)
        {
            var mark = Of(channel);
            mark.Gaps -= gaps;
            mark.Tries = 0;
        }
    }

    /// <summary>Reading back did not work; says how often in a row.</summary>
    public int Failed(ChannelAddress channel)
    {
        lock (_gate)
            return ++Of(channel).Tries;
    }

    /// <summary>Until when something may have been missed; what came later was handed in as it was written.</summary>
    public DateTimeOffset MissedUntil(ChannelAddress channel)
    {
        lock (_gate)
            return Of(channel).MissedAt;
    }

    /// <summary>Goes on without what could not be read back.</summary>
    public void GiveUp(ChannelAddress channel)
    {
        lock (_gate)
            (Of(channel).Gaps, Of(channel).Tries) = (0, 0);
    }

    /// <summary>What to write now; counts as written.</summary>
    public IReadOnlyList<(ChannelAddress Channel, string Message)> TakeDirty()
    {
        lock (_gate)
        {
            var dirty = _marks.Where(m => m.Value is { IsDirty: true, Gaps: 0 }).ToList();
            foreach (var (_, mark) in dirty)
                mark.IsDirty = false;
            return [.. dirty.Select(m => (m.Key, m.Value.Message))];
        }
    }

    private void Miss(Mark mark)
    {
        mark.Gaps++;
        mark.MissedAt = clock.GetUtcNow();
    }

    private Mark Of(ChannelAddress channel)
    {
        if (!_marks.TryGetValue(channel, out var mark))
            _marks[channel] = mark = new Mark();
        return mark;
    }

    private sealed class Mark
    {
        public string Message { get; set; } = "";
        public DateTimeOffset SentAt { get; set; }
        public bool IsDirty { get; set; }
        public int Gaps { get; set; }
        public DateTimeOffset MissedAt { get; set; }
        public int Tries { get; set; }
    }
}
