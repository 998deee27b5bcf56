using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Names that stand in a row with one already found: Angelo, Melissa and Hleb; and parts that were left at its sides.</summary>
internal static class Neighbours
{
    private static readonly ulong And = WordHash.Of("and");
    private static readonly ulong Or = WordHash.Of("or");

    public static void Find(IdentifierScan scan, bool caseless)
    {
        if (!scan.NameSeen)
            return;
        var tokens = scan.Tokens;
        for (var i = 1; i < tokens.Length; i++)
        {
            if (scan.IsName(i - 1) && !scan.Taken(i))
                Try(scan, i, i - 1, caseless);
            else if (i > 1 && scan.IsName(i - 2) && (tokens[i - 1].Hash == And || tokens[i - 1].Hash == Or) && !scan.Taken(i))
            {
                // Angelo and White: a family name that is also a word.
                if (tokens[i].Case is LetterCase.Capitalised && tokens[i - 2].Capital && tokens[i].Is(WordClass.Family) && !tokens[i].Is(WordClass.Function | WordClass.Country | WordClass.City) && !NotPeople.Are(scan, i, i))
                    scan.Add(IdentifierKind.Name, null, i, i, 0.6);
                else
                    Try(scan, i, i - 1, caseless);
            }
        }

        for (var i = tokens.Length - 2; i >= 0; i--)
        {
            if (scan.Taken(i))
                continue;
            if (scan.IsName(i + 1) && (tokens[i + 1].Gap & ~(Gap.Space | Gap.Comma | Gap.Hyphen)) == 0 && !tokens[i].Has(TokenFlags.Possessive))
                TryBack(scan, i, caseless, tokens[i + 1].Gap, and: false);
            else if (i + 2 < tokens.Length && scan.IsName(i + 2) && tokens[i + 1].Hash == And)
                TryBack(scan, i, caseless, Gap.Comma, and: true);
        }
    }

    private static void Try(IdentifierScan scan, int i, int before, bool caseless)
    {
        var tokens = scan.Tokens;
        var gap = tokens[i].Gap;
        if ((gap & ~(Gap.Space | Gap.Comma | Gap.Hyphen)) != 0 || tokens[before].Has(TokenFlags.Possessive) && scan.IsName(before))
            return;
        var strength = NameStrength.Of(scan, i, caseless);
        var listed = tokens[i].Is(NameStrength.Names);
        if (strength >= NameStrength.Likely || (strength == NameStrength.Possible && !tokens[i].Is(WordClass.Place | WordClass.Common) && (gap & Gap.Comma) == 0 && (tokens[i].Capital || listed)))
        {
            if (!NotPeople.Are(scan, i, i) && !NameCues.AfterPlaceWord(scan, i))
                scan.Add(IdentifierKind.Name, null, i, i, 0.65);
        }
    }

    private static void TryBack(IdentifierScan scan, int i, bool caseless, Gap gap, bool and)
    {
        var tokens = scan.Tokens;
        var strength = NameStrength.Of(scan, i, caseless);
        var apart = (gap & Gap.Comma) != 0;
        if (strength >= NameStrength.Likely || (strength == NameStrength.Possible && apart && tokens[i].Capital && (and || (tokens[i].Gap & (Gap.Colon | Gap.Comma)) != 0) && !tokens[i].Is(NameStrength.Dictionary | WordClass.Place)) || (strength == NameStrength.Possible && !apart && tokens[i].Capital && tokens[i].Is(NameStrength.Names) && !tokens[i].Is(WordClass.Common)))
        {
            if (!NotPeople.Are(scan, i, i) && !NameCues.AfterPlaceWord(scan, i) && !(apart && tokens[i].Is(WordClass.Place)))
                scan.Add(IdentifierKind.Name, null, i, i, 0.65);
        }
    }
}
