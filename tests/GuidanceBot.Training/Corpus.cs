using System.Text.Json;
using GuidanceBot.Screening;

namespace GuidanceBot.Training;

/// <summary>One message of the corpus.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Labels">Its categories; empty for a clean one.</param>
/// <param name="Fold">Which part of the corpus it is judged with in cross-validation: the texts of one writer are never split.</param>
internal sealed record Message(string Text, IReadOnlySet<FindingCategory> Labels, int Fold);

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
        return [.. files.SelectMany(f => File.ReadLines(f).Select((line, i) => Parse(line, IsBackground(f) ? i / Block % writers.Count : writers.IndexOf(f))))];
    }

    private static bool IsBackground(string file) => Path.GetFileName(file).StartsWith(Background, StringComparison.Ordinal);

    private static Message Parse(string line, int fold)
    {
        using var json = JsonDocument.Parse(line);
        var labels = json.RootElement.GetProperty("labels").EnumerateArray().Select(l => CategoryNames.ParseCategory(l.GetString()!)).OfType<FindingCategory>();
        return new Message(json.RootElement.GetProperty("text").GetString()!, labels.ToHashSet(), fold);
    }
}
