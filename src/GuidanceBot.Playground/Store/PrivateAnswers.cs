using GuidanceBot.Chat;
using GuidanceBot.Playground.Platform;

namespace GuidanceBot.Playground.Store;

/// <summary>Answers that only one person sees. As on other platforms they live in memory: they survive closing the page, not the bot's restart, and nothing of them is written down.</summary>
internal sealed class PrivateAnswers(Messages messages, Changes changes, TimeProvider clock)
{
    private const int KeptEach = 50;

    private readonly Lock _lock = new();
    private readonly Dictionary<(string Person, string Channel), List<Entry>> _answers = [];
    private long _made;

    public IReadOnlyList<Entry> Of(string person, string channel)
    {
        lock (_lock)
            return _answers.TryGetValue((person, channel), out var own) ? [.. own] : [];
    }

    public void Add(string person, string channel, Card card)
    {
        var answer = new Entry
        {
            Place = messages.LastPlace(),
            Id = $"p-{Interlocked.Increment(ref _made)}",
            Channel = channel,
            Author = Cast.Bot,
            Card = card,
            SentAt = clock.GetUtcNow(),
            Private = true,
        };
        Change(person, channel, own =>
        {
            own.Add(answer);
            if (own.Count > KeptEach)
                own.RemoveAt(0);
        });
    }

    public void Replace(string person, Entry answer, Card card) => Change(person, answer.Channel, own =>
    {
        var at = own.FindIndex(e => e.Id == answer.Id);
        if (at >= 0)
            own[at] = own[at] with { Card = card };
    });

    public void Dismiss(string person, Entry answer) => Change(person, answer.Channel, own => own.RemoveAll(e => e.Id == answer.Id));

    private void Change(string person, string channel, Action<List<Entry>> change)
    {
        lock (_lock)
        {
            if (!_answers.TryGetValue((person, channel), out var own))
                _answers[(person, channel)] = own = [];
            change(own);
        }

        changes.Tell(channel);
    }
}
