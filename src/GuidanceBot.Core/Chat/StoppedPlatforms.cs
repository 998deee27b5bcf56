using System.Collections.Concurrent;

namespace GuidanceBot.Chat;

/// <summary>Platforms whose adapter has stopped for good and waits for its owner. The rest of the bot runs on, so the process alone does not tell.</summary>
public sealed class StoppedPlatforms
{
    private readonly ConcurrentDictionary<string, string> _sentences = new();

    /// <summary>What stopped and why, a sentence each, ready for the owner; empty while all is well.</summary>
    public IReadOnlyList<string> Sentences => [.. _sentences.OrderBy(s => s.Key, StringComparer.Ordinal).Select(s => $"{s.Key}: {s.Value}")];

    /// <summary>An adapter tells that it stopped, with a sentence that names the mend.</summary>
    public void Add(string platform, string sentence) => _sentences[platform] = sentence;
}
