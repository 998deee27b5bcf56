using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>What looks like a name and is none: eponyms, bodies, authors of a citation.</summary>
internal static class NotPeople
{
    private static readonly WordList BodyWords = WordList.Of("medical center centre memorial general royal infirmary school unit program programme area county city district");
    private static readonly ulong Et = WordHash.Of("et");

    public static bool Are(IdentifierScan scan, int first, int last) =>
        IsEponym(scan, first, last) || IsBody(scan, last) || IsCited(scan, last);

    // Crohn's disease, Epstein-Barr virus, Framingham Risk Score, Hodgkin lymphoma
    private static bool IsEponym(IdentifierScan scan, int first, int last)
    {
        var tokens = scan.Tokens;
        var eponyms = 0;
        for (var k = first; k <= last; k++)
        {
            if (scan.Eponyms.Has(tokens[k].Hash))
                return true;
            eponyms += tokens[k].Is(WordClass.Eponym) ? 1 : 0;
        }

        // tetra-amelia syndrome
        if (!tokens[last].Capital && last + 1 < tokens.Length && tokens[last + 1].Is(WordClass.EponymHead) && tokens[last + 1].Gap is Gap.Space or Gap.Hyphen && !tokens[last].Has(TokenFlags.Possessive))
            return true;
        return eponyms > 0 && (first == last || eponyms == last - first + 1 || tokens[last].Gap == Gap.Hyphen);
    }

    // Hill Inc., Johns Hopkins University
    private static bool IsBody(IdentifierScan scan, int last)
    {
        var tokens = scan.Tokens;
        for (var k = last + 1; k < tokens.Length && k - last <= 4; k++)
        {
            if (!tokens[k].Capital || tokens[k].Gap is not (Gap.Space or Gap.Hyphen) || tokens[k - 1].Has(TokenFlags.Possessive) && k > last + 1)
                return false;
            if (tokens[k].Is(WordClass.OrgTail | WordClass.CarePlace | WordClass.Street) && !tokens[k].Is(WordClass.Particle | WordClass.Title) || BodyWords.Contains(tokens[k].Hash))
                return true;
        }

        return false;
    }

    // Smith et al, "Sve P, Stankovic K": authors.
    private static bool IsCited(IdentifierScan scan, int last)
    {
        var tokens = scan.Tokens;
        if (last + 1 < tokens.Length && tokens[last + 1].Hash == Et)
            return true;
        return last + 2 < tokens.Length && tokens[last + 1] is { Kind: TokenKind.Word, Case: LetterCase.Upper, Length: 1 or 2, Gap: Gap.Space } && (tokens[last + 2].Gap & Gap.Comma) != 0
            && last + 3 < tokens.Length && tokens[last + 3] is { Kind: TokenKind.Word, Case: LetterCase.Upper, Length: 1 or 2, Gap: Gap.Space };
    }
}
