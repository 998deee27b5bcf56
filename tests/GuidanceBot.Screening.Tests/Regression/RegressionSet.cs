using System.Text.Json;
using GuidanceBot.Testing;

namespace GuidanceBot.Screening.Regression;

/// <summary>Messages written for this project, one file a category; all people in them are invented.</summary>
internal static class RegressionSet
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "regression");

    public static string TableFile { get; } = Path.Combine(Folder, "figures.md");

    public static List<Message> Read() =>
        [.. Directory.EnumerateFiles(Folder, "*.jsonl").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).Select(Parse)];

    private static Message Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        return new(root.GetProperty("id").GetString()!, root.GetProperty("text").GetString()!, root.GetProperty("label").GetString()!);
    }

    /// <summary>A message and the category that should speak; <c>clean</c> when none should.</summary>
    internal sealed record Message(string Id, string Text, string Label);
}
