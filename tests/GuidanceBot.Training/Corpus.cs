using System.Text.Json;
using GuidanceBot.Screening;

namespace GuidanceBot.Training;

/// <summary>One message of the corpus.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Labels">Its categories; empty for a clean one.</param>
/// <param name="Fold">Which part of the corpus it is judged with in cross-validation: the texts of one writer are never split.</param>
/// <param name="Ordinary">Whether it is ordinary text of any kind, of which a community sees far more than of anything else.</param>
/// <param name="Clean">Whether nobody should be told of it.</param>
internal sealed record Message(string Text, IReadOnlySet<FindingCategory> Labels, int Fold, bool Ordinary, bool Clean);

/// <summary>Reads the messages that were written for training (corpus/*.jsonl).</summary>
internal static class Corpus
{
    // Background text has no writer's twins in other folds, so it is dealt out in blocks.
    private const string Background = "background";

    private const int Block = 50;

    public static List<Message> Read(string folder)
    {
        var files = Directory.GetFiles(folder, "*.jsonl").Order(StringComparer.Ordinal).ToList();
        var writers = files.Where(f => !IsBackground(f)).ToList();
        return [.. files.SelectMany(f => File.ReadLines(f).Select((line, i) => Parse(line, IsBackground(f) ? i / Block % writers.Count : writers.IndexOf(f), IsBackground(f))))];
    }

    /// <summary>
    /// Messages of a file that is not part of the corpus. Those that say nothing about our categories are left out; those without
    /// a severity are ordinary text, dealt out over all folds.
    /// </summary>
    public static List<Message> ReadOther(string file, int fold) =>
        [.. File.ReadLines(file).Where(l => l.Length > 0)
            .Select((l, i) => l.Contains("\"severity\"", StringComparison.Ordinal) ? Parse(l, fold, false) : Parse(l, i / Block % fold, true))
            .Where(m => m.Ordinary ? m.Clean : m.Clean || m.Labels.Count > 0)];

    private static bool IsBackground(string file) => Path.GetFileName(file).StartsWith(Background, StringComparison.Ordinal);

    private static Message Parse(string line, int fold, bool ordinary)
    {
        using var json = JsonDocument.Parse(line);
        var names = json.RootElement.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!).ToList();
        return new Message(json.RootElement.GetProperty("text").GetString()!, names.Select(CategoryNames.ParseCategory).OfType<FindingCategory>().ToHashSet(), fold, ordinary, names.Contains("clean"));
    }
}
