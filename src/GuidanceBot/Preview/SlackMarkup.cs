using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using static System.Net.WebUtility;

namespace GuidanceBot.Preview;

/// <summary>As much of Slack's markup as cards are written in, as HTML. Everything else is shown as the text it is.</summary>
internal static class SlackMarkup
{
    private static readonly Regex Mark = new(
        """\*(?<bold>[^*\n]+)\*|<!date\^(?<at>[0-9]{1,11})\^[^|>]*\|[^>]*>|<(?<address>https?://[^|>\s]+)\|(?<label>[^>]*)>|(?<line>\n)""",
        RegexOptions.NonBacktracking);

    /// <summary>The words of a text object.</summary>
    public static string Plain(JsonNode? text) => (string?)text?["text"] ?? "";

    /// <summary>A text object, whose kind says whether it is markup.</summary>
    public static MarkupString Draw(JsonNode? text) =>
        new((string?)text?["type"] == "mrkdwn" ? Marked(Plain(text)) : Lines(Plain(text)));

    /// <summary>Elements of rich text.</summary>
    public static MarkupString Rich(IEnumerable<JsonNode> elements) =>
        new(string.Concat(elements.Select(e => (bool?)e["style"]?["bold"] == true ? $"<strong>{Lines(Plain(e))}</strong>" : Lines(Plain(e)))));

    private static string Lines(string text) => HtmlEncode(text).Replace("\n", "<br>", StringComparison.Ordinal);

    private static string Marked(string text)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match mark in Mark.Matches(text))
        {
            html.Append(Said(text[from..mark.Index])).Append(Of(mark));
            from = mark.Index + mark.Length;
        }

        return html.Append(Said(text[from..])).ToString();
    }

    private static string Of(Match mark)
    {
        if (mark.Groups["bold"] is { Success: true } bold)
            return $"<strong>{Said(bold.Value)}</strong>";
        if (mark.Groups["line"].Success)
            return "<br>";
        if (mark.Groups["label"] is { Success: true } label)
            return $"<a href=\"{Said(mark.Groups["address"].Value)}\" rel=\"noreferrer\">{Said(label.Value)}</a>";
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(mark.Groups["at"].ValueSpan, CultureInfo.InvariantCulture));
        return $"<time datetime=\"{at:O}\">{at.ToString("MMM d, yyyy, HH:mm", CultureInfo.InvariantCulture)} UTC</time>";
    }

    // Slack's three escapes are read back before they are written for the browser.
    private static string Said(string text) => HtmlEncode(HtmlDecode(text));
}
