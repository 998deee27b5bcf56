using System.Text;

namespace GuidanceBot.Discord.Cards;

/// <summary>Plain text as Discord's markdown, so that it reads as it was written and never turns into a mention, a link or a heading.</summary>
internal static class Markdown
{
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (LinkAt(text, i) is > 0 and var length)
            {
                // Marks inside a link are part of it.
                escaped.Append(text, i, length);
                i += length - 1;
                continue;
            }

            if (text[i] is '\\' or '*' or '_' or '~' or '`' or '|' or '<' or '[' or ']' || (IsLineStart(text, i) && OpensBlock(text, i)))
                escaped.Append('\\');
            escaped.Append(text[i]);
        }

        return escaped.ToString();
    }

    /// <summary>A link with a label.</summary>
    public static string Link(string label, Uri address) =>
        $"[{Escape(label)}]({address.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";

    /// <summary>A moment in the reader's own zone, with its age.</summary>
    public static string Moment(DateTimeOffset at) => $"<t:{at.ToUnixTimeSeconds()}:f> (<t:{at.ToUnixTimeSeconds()}:R>)";

    private static int LinkAt(string text, int start)
    {
        if (text[start] != 'h' || !(text.AsSpan(start).StartsWith("https://", StringComparison.Ordinal) || text.AsSpan(start).StartsWith("http://", StringComparison.Ordinal)))
            return 0;
        var end = text.AsSpan(start).IndexOfAny(" \n\t<>");
        return end < 0 ? text.Length - start : end;
    }

    private static bool IsLineStart(string text, int i)
    {
        while (i > 0 && text[i - 1] is ' ' or '\t')
            i--;
        return i == 0 || text[i - 1] == '\n';
    }

    // Headings, quotes, lists and small print.
    private static bool OpensBlock(string text, int i) => text[i] is '#' or '>' or '-' or '+';
}
