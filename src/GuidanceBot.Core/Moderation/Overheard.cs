using System.Collections.Concurrent;

namespace GuidanceBot.Moderation;

/// <summary>Masked words that an author or a reporter sent to the moderators about an open flag. Memory only: gone with a restart, and when the flag closes.</summary>
internal sealed class Overheard
{
    private const int MostFlags = 500;
    private const int MostWords = 3;

    private readonly ConcurrentDictionary<Guid, IReadOnlyList<(string From, string Words)>> _words = new();

    public void Add(Guid flag, string from, string words)
    {
        if (words.Length == 0 || (_words.Count >= MostFlags && !_words.ContainsKey(flag)))
            return;
        _words.AddOrUpdate(flag, [(from, words)], (_, before) => [.. before.TakeLast(MostWords - 1), (from, words)]);
    }

    public IReadOnlyList<(string From, string Words)> About(Guid flag) => _words.GetValueOrDefault(flag) ?? [];

    public void Forget(Guid flag) => _words.TryRemove(flag, out _);
}
