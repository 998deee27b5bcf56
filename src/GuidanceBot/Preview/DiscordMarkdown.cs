using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using static System.Net.WebUtility;

namespace GuidanceBot.Preview;

/// <summary>As much of Discord's markdown as cards are written in, as HTML. Everything else is shown as the text it is.</summary>
internal static class DiscordMarkdown
{
    private static readonly Regex Mark = new(
        """\\(?<escaped>[^\w\s])|\*\*(?<bold>(?:\\.|[^*])+)\*\*|\[(?<label>(?:\\.|[^\]])+)\]\((?<address>https?://[^)\s]+)\)|<t:(?<at>[0-9]{1,11}):(?<how>[fR])>""",
        RegexOptions.NonBacktracking);

    public static MarkupString Draw(string text, DateTimeOffset now)
    {
        var html = new StringBuilder();
        foreach (var line in text.Split('\n'))
            html.Append(Line(line, now));
        return new MarkupString(html.ToString());
    }

    private static string Line(string line, DateTimeOffset now) => line switch
    {
        "" => "<div class=\"empty\"></div>",
        _ when line.StartsWith("### ", StringComparison.Ordinal) => $"<h3>{Inside(line[4..], now)}</h3>",
        _ when line.StartsWith("> ", StringComparison.Ordinal) => $"<blockquote>{Inside(line[2..], now)}</blockquote>",
        _ when line.StartsWith("-# ", StringComparison.Ordinal) => $"<p class=\"small\">{Inside(line[3..], now)}</p>",
        _ when line.StartsWith("- ", StringComparison.Ordinal) => $"<p class=\"item\">{Inside(line[2..], now)}</p>",
        _ => $"<p>{Inside(line, now)}</p>",
    };

    private static string Inside(string text, DateTimeOffset now)
    {
        var html = new StringBuilder();
        var from = 0;
        foreach (Match mark in Mark.Matches(text))
        {
            html.Append(HtmlEncode(text[from..mark.Index])).Append(Of(mark, now));
            from = mark.Index + mark.Length;
        }

        return html.Append(HtmlEncode(text[from..])).ToString();
    }

    private static string Of(Match mark, DateTimeOffset now)
    {
        if (mark.Groups["escaped"] is { Success: true } escaped)
            return HtmlEncode(escaped.Value);
        if (mark.Groups["bold"] is { Success: true } bold)
            return $"<strong>{Inside(bold.Value, now)}</strong>";
        if (mark.Groups["label"] is { Success: true } label)
            return $"<a href=\"{HtmlEncode(mark.Groups["address"].Value)}\" rel=\"noreferrer\">{Inside(label.Value, now)}</a>";
        var at = DateTimeOffset.FromUnixTimeSeconds(long.Parse(mark.Groups["at"].ValueSpan, CultureInfo.InvariantCulture));
        return $"<time datetime=\"{at:O}\">{HtmlEncode(mark.Groups["how"].Value == "R" ? Ago(now - at) : at.ToString("d MMMM yyyy HH:mm", CultureInfo.InvariantCulture))}</time>";
    }

    private static string Ago(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => $"{age.Minutes} min ago",
        { TotalDays: < 1 } => $"{age.Hours} h ago",
        _ => $"{age.Days} days ago",
    };
}
