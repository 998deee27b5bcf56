using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Keeps masks and mentions from being searched: what is hidden already is nobody's name.</summary>
internal static class MaskSigns
{
    public static void Take(IdentifierScan scan)
    {
        var tokens = scan.Tokens;
        var chars = scan.Text.Chars;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Has(TokenFlags.Mention))
                scan.Take(i, i);
            else if (tokens[i].Start > 0 && chars[tokens[i].Start - 1] == '[')
                TakeMask(scan, i);
        }
    }

    private static void TakeMask(IdentifierScan scan, int i)
    {
        var rest = scan.Text.Chars[tokens(scan, i).Start..];
        foreach (var kind in Kinds)
        {
            if (!rest.StartsWith(kind) || rest.Length == kind.Length || rest[kind.Length] != ']')
                continue;
            var last = i;
            while (last + 1 < scan.Text.TokenCount && tokens(scan, last + 1).End <= tokens(scan, i).Start + kind.Length)
                last++;
            scan.TakeMask(i, last);
        }

        static Token tokens(IdentifierScan scan, int i) => scan.Tokens[i];
    }

    private static readonly string[] Kinds = [.. Enum.GetValues<IdentifierKind>().Select(k => k.Name())];
}
