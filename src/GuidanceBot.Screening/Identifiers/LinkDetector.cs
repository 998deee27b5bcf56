using System.Buffers;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Links that may lead to a person, and IP addresses. Guidelines, journals and public bodies lead to nobody.</summary>
internal static class LinkDetector
{
    private static readonly SearchValues<string> Public = SearchValues.Create(
        [
            ".gov", ".nhs.uk", ".int/", "who.int", "nice.org", "bmj.com", "nejm.org", "thelancet", "jamanetwork", "cochrane", "pubmed", "doi.org", "nih.gov", "cdc.gov", "uptodate", "medscape",
            "wikipedia", "europa.eu", "sign.ac.uk", "rcplondon", "gmc-uk", "nmc.org", "bma.org", "resus.org", "toxbase", "bnf.", "medrxiv", "biorxiv", "arxiv.org", "nature.com", "sciencedirect", "springer",
            "wiley.com", "tandfonline", "plos.org", "frontiersin", "mdpi.com", "elsevier", "oup.com", "sagepub", "acpjournals", "ahajournals", "clinicaltrials", "who.", "ema.europa", "geekymedics",
            "radiopaedia", "lifeinthefastlane", "litfl.com", "rebelem", "emcrit", "mayoclinic", "clevelandclinic.org", "patient.info", "medlineplus", "nursingtimes", "mdcalc",
        ],
        StringComparison.Ordinal);

    public static void Find(IdentifierScan scan)
    {
        var tokens = scan.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i))
                continue;
            if (tokens[i].Kind is TokenKind.Number or TokenKind.Mixed || tokens[i].Gap == Gap.Colon)
                FindIp(scan, i);
            if (!scan.Taken(i) && StartsLink(scan, i))
                i = FindLink(scan, i);
        }
    }

    private static bool StartsLink(IdentifierScan scan, int i)
    {
        var token = scan.Tokens[i];
        if (token.Has(TokenFlags.Mention) && !token.Has(TokenFlags.Link))
            return false;
        var chars = scan.Text.Chars;
        var rest = chars[token.End..];
        return rest.StartsWith("://") || (scan.Text.Word(token) is "www" && rest.StartsWith(".")) || IsBareHost(scan, i);
    }

    // instagram.example/real_name: a host with a path and no scheme.
    private static bool IsBareHost(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        if (tokens[i].Kind is TokenKind.Number || i + 2 >= tokens.Length || tokens[i + 1].Gap != Gap.Stop || tokens[i + 1].Kind is not TokenKind.Word || (tokens[i].Gap & (Gap.Space | Gap.Line | Gap.Start | Gap.Open | Gap.Quote)) == 0)
            return false;
        var chars = scan.Text.Chars;
        var host = i + 1;
        while (host + 1 < tokens.Length && tokens[host + 1].Gap == Gap.Stop && chars[tokens[host + 1].Start - 1] == '.' && tokens[host + 1].Start == tokens[host].End + 1)
            host++;
        return tokens[host].Length >= 2 && chars[tokens[i].End] == '.' && tokens[host].End < chars.Length - 1 && chars[tokens[host].End] == '/' && char.IsLetterOrDigit(chars[tokens[host].End + 1])
            && tokens[host].Length <= 10 && tokens[i + 1].Start == tokens[i].End + 1;
    }

    private static int FindLink(IdentifierScan scan, int first)
    {
        var chars = scan.Text.Chars;
        var tokens = scan.Tokens;
        var start = tokens[first].Start;
        var end = start;
        while (end < chars.Length && !char.IsWhiteSpace(chars[end]) && chars[end] is not ('<' or '>' or '"' or '`' or '|' or '{' or '}' or '^' or ']' or ')'))
            end++;
        while (end > start && chars[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '*' or '_')
            end--;

        var last = first;
        while (last + 1 < tokens.Length && tokens[last + 1].End <= end)
            last++;
        if (chars[start..end].ContainsAny(Public))
            scan.Take(first, last);
        else
            scan.Add(IdentifierKind.UrlIp, "url", first, last, start, Math.Max(end, tokens[last].End), 0.9);
        return last;
    }

    private static void FindIp(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var chars = scan.Text.Chars;
        if (i + 3 < tokens.Length && tokens[i].Kind is TokenKind.Number)
        {
            var ok = IsByte(scan, i) && (i == 0 || !(tokens[i].Gap == Gap.Stop && tokens[i - 1].Kind is TokenKind.Number));
            for (var k = 1; k < 4 && ok; k++)
                ok = IsByte(scan, i + k) && tokens[i + k].Start == tokens[i + k - 1].End + 1 && chars[tokens[i + k].Start - 1] == '.';
            if (ok && (i + 4 >= tokens.Length || tokens[i + 4].Gap != Gap.Stop || tokens[i + 4].Start != tokens[i + 3].End + 1))
                scan.Add(IdentifierKind.UrlIp, "ip", i, i + 3, 0.95);
        }

        var start = tokens[i].Start;
        if ((start > 0 && chars[start - 1] == ':' && !(start > 1 && chars[start - 2] == ':')) || !IsHex(scan, i))
            return;
        var last = i;
        var groups = 1;
        while (last + 1 < tokens.Length && IsHex(scan, last + 1) && chars[tokens[last].End..tokens[last + 1].Start] is ":" or "::" or "")
        {
            groups += chars[tokens[last].End..tokens[last + 1].Start].Length > 0 ? 1 : 0;
            last++;
        }

        if (groups >= 8 || (groups >= 4 && chars[start..tokens[last].End].Contains("::", StringComparison.Ordinal)))
            scan.Add(IdentifierKind.UrlIp, "ip", i, last, 0.95);
    }

    private static bool IsByte(IdentifierScan scan, int i) =>
        scan.Tokens[i].Kind is TokenKind.Number && scan.Tokens[i].Length <= 3 && int.Parse(scan.Text.Word(scan.Tokens[i])) <= 255;

    private static bool IsHex(IdentifierScan scan, int i)
    {
        var word = scan.Text.Word(scan.Tokens[i]);
        return word.Length <= 4 && !word.ContainsAnyExcept("0123456789abcdef");
    }
}
