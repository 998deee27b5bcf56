using System.Text.Json;
using GuidanceBot.Screening;

namespace GuidanceBot.CommandLine;

/// <summary>Tries a pack on a file of messages: what it would newly flag, and what would no longer be flagged.</summary>
internal sealed class PackTrial(Screener before, Screener after)
{
    public int Messages { get; private set; }

    public int New { get; private set; }

    public int Gone { get; private set; }

    /// <summary>Writes one line for each message that changes. Text stays out: the file's ids and the rules say enough.</summary>
    public void Run(TextReader messages, TextWriter output)
    {
        var number = 0;
        while (messages.ReadLine() is { } line)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            if (Read(line) is not { } message)
            {
                output.WriteLine($"line {number}: expected a JSON object with id and text; left out");
                continue;
            }

            Messages++;
            Compare(message.Id ?? $"line {number}", Speaking(before, message.Text), Speaking(after, message.Text), output);
        }

        output.WriteLine($"{Messages} messages: {New} newly flagged, {Gone} no longer flagged.");
    }

    private void Compare(string id, HashSet<string> old, HashSet<string> now, TextWriter output)
    {
        var added = now.Except(old).Order(StringComparer.Ordinal).ToList();
        var removed = old.Except(now).Order(StringComparer.Ordinal).ToList();
        if (added.Count == 0 && removed.Count == 0)
            return;
        New += old.Count == 0 ? 1 : 0;
        Gone += now.Count == 0 ? 1 : 0;
        var change = old.Count == 0 ? "newly flagged" : now.Count == 0 ? "no longer flagged" : "flagged by other rules";
        output.WriteLine($"{id}: {change}{Listed(" +", added)}{Listed(" -", removed)}");
    }

    private static string Listed(string sign, List<string> rules) => rules.Count == 0 ? "" : sign + string.Join(sign, rules);

    private static HashSet<string> Speaking(Screener screener, string text) => [.. screener.Examine(text).Findings.Select(f => f.Rule)];

    private static (string? Id, string Text)? Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind is JsonValueKind.Object && json.RootElement.TryGetProperty("text", out var text) && text.ValueKind is JsonValueKind.String
                ? (json.RootElement.TryGetProperty("id", out var id) ? id.ToString() : null, text.GetString() ?? "")
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null; // not JSON, or a text with half a surrogate pair: said above, by line
        }
    }
}
