using System.Text.RegularExpressions;

namespace GuidanceBot.Slack.Events;

/// <summary>Slack's markup read back into what the author typed, so that screening sees the words and not the brackets.</summary>
internal static partial class SlackText
{
    /// <summary>The text without markup. Channels become their names, or their ids where a command asks for channels.</summary>
    public static string Plain(string marked, bool channelsAsIds = false)
    {
        if (!marked.AsSpan().ContainsAny('<', '&'))
            return marked;
        return Unescape(Bracket().Replace(marked, m => Read(m.Groups["what"].Value, m.Groups["label"].Value, channelsAsIds)));
    }

    private static string Read(string what, string label, bool channelsAsIds) => what switch
    {
        ['#', .. var channel] when channelsAsIds => channel,
        // Slack made a link of what was typed: the label is what was typed.
        _ when what.StartsWith("mailto:", StringComparison.Ordinal) || what.StartsWith("tel:", StringComparison.Ordinal) => label.Length > 0 ? label : what[(what.IndexOf(':') + 1)..],
        ['@', .. var user] => label.Length > 0 ? $"@{label.TrimStart('@')}" : $"&lt;@{user}&gt;",
        ['#', .. var channel] => label.Length > 0 ? $"#{label}" : $"&lt;#{channel}&gt;",
        ['!', .. var special] => label.Length > 0 ? label : $"@{special.Split('^')[0]}",
        _ => label.Length == 0 || what.EndsWith(label, StringComparison.Ordinal) ? what : $"{label} ({what})",
    };

    private static string Unescape(string text) =>
        text.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("<(?<what>[^<>|\\s][^<>|]*)(?:[|](?<label>[^<>]*))?>", RegexOptions.NonBacktracking)]
    private static partial Regex Bracket();
}
