using System.Text.Json;
using GuidanceBot.Testing;

namespace GuidanceBot.Screening.Regression;

/// <summary>Messages written for this project; all people in them are invented.</summary>
internal static class RegressionSet
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "regression");

    public static string TableFile { get; } = Path.Combine(Folder, "figures.md");

    /// <summary>Written partly while the rules were: says whether something broke.</summary>
    public static List<Message> Own() => [.. Directory.EnumerateFiles(Path.Combine(Folder, "own"), "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(Parse)];

    /// <summary>Never looked at by rules or training: says how screening does elsewhere.</summary>
    public static List<Message> Unseen() => [.. File.ReadLines(Path.Combine(Folder, "unseen.jsonl")).Select(Parse)];

    private static Message Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var labels = root.TryGetProperty("label", out var label) ? [label.GetString()!] : root.GetProperty("labels").EnumerateArray().Select(l => l.GetString()!).ToList();
        return new(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, labels);
    }

    /// <summary>A message and the categories that should speak; <c>clean</c> when none should.</summary>
    internal sealed record Message(string Id, string Text, IReadOnlyList<string> Labels)
    {
        /// <summary>Whether nobody should be told of it.</summary>
        public bool Clean => Labels is ["clean"];
    }
}
