using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>E-mail addresses, also with (at) and dot spelled out.</summary>
internal static class EmailDetector
{
    public static void Find(IdentifierScan scan)
    {
        var chars = scan.Text.Chars;
        var tokens = scan.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (tokens[i].Has(TokenFlags.Handle) && chars[tokens[i].Start - 1] == '@' && tokens[i - 1].End <= tokens[i].Start - 1)
                FindPlain(scan, i);
            else if (tokens[i].Hash == At && i + 1 < tokens.Length)
                FindSpelled(scan, i);
        }
    }

    private static readonly ulong At = WordHash.Of("at");
    private static readonly ulong Dot = WordHash.Of("dot");

    private static void FindPlain(IdentifierScan scan, int afterAt)
    {
        var chars = scan.Text.Chars;
        var tokens = scan.Tokens;
        var at = tokens[afterAt].Start - 1;
        var start = at;
        while (start > 0 && IsLocal(chars[start - 1]))
            start--;
        while (start < at && chars[start] is '.' or '-' or '\'' or '+')
            start++;
        var end = at + 1;
        var dot = false;
        while (end < chars.Length && (char.IsLetterOrDigit(chars[end]) || (chars[end] is '.' or '-' && end + 1 < chars.Length && char.IsLetterOrDigit(chars[end + 1]))))
            dot |= chars[end++] == '.';
        if (start == at || !dot)
            return;

        var first = afterAt;
        while (first > 0 && tokens[first - 1].Start >= start)
            first--;
        var last = afterAt;
        while (last + 1 < tokens.Length && tokens[last + 1].End <= end)
            last++;
        scan.Add(IdentifierKind.Email, null, first, last, start, end, 0.98);
    }

    // shan boateng [at] mail dot example
    private static void FindSpelled(IdentifierScan scan, int at)
    {
        var tokens = scan.Tokens;
        var bracketed = (tokens[at].Gap & Gap.Open) != 0 && (tokens[at + 1].Gap & Gap.Close) != 0;
        var dot = -1;
        for (var i = at + 2; i < tokens.Length - 1 && i <= at + 4 && dot < 0; i++)
            dot = tokens[i].Hash == Dot ? i : -1;
        var dotted = dot < 0 && bracketed && tokens.Length > at + 2 && tokens[at + 2].Gap == Gap.Stop;
        if (at == 0 || (dot < 0 && !dotted))
            return;

        var first = at - 1;
        while (first > 0 && at - first < 4 && tokens[first].Gap is Gap.Stop or Gap.Underscore or Gap.Hyphen)
            first--;
        if (bracketed && first > 0 && tokens[first].Gap == Gap.Space && tokens[first].Kind is TokenKind.Word && !tokens[first - 1].Is(WordClass.Common | WordClass.Function) && tokens[first - 1].Kind is TokenKind.Word)
            first--;
        var last = dotted ? at + 2 : dot + 1;
        while (last + 2 < tokens.Length && (tokens[last + 1].Hash == Dot || tokens[last + 1].Gap == Gap.Stop))
            last += tokens[last + 1].Hash == Dot ? 2 : 1;
        scan.Add(IdentifierKind.Email, "spelled_out", first, last, 0.85);
    }

    private static bool IsLocal(char c) => char.IsLetterOrDigit(c) || c is '.' or '_' or '-' or '+' or '%' or '\'';
}
