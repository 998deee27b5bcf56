using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>How much a word alone looks like a name, before its neighbours are asked.</summary>
internal static class NameStrength
{
    /// <summary>No name.</summary>
    public const byte No = 0;

    /// <summary>Could be one beside another, or after a title.</summary>
    public const byte Possible = 1;

    /// <summary>Is one if anything around supports it.</summary>
    public const byte Likely = 2;

    /// <summary>Is one unless something speaks against it.</summary>
    public const byte Sure = 3;

    public const WordClass Names = WordClass.Given | WordClass.RareGiven | WordClass.Family | WordClass.RareFamily | WordClass.ListedName;

    /// <summary>Words that are in a dictionary, whatever their rank.</summary>
    public const WordClass Dictionary = WordClass.Common | WordClass.English | WordClass.RareEnglish;

    // Words that are something else first.
    private const WordClass Never = WordClass.Country | WordClass.Weekday | WordClass.Eponym | WordClass.Brand | WordClass.Unit;
    private const WordClass Seldom = WordClass.Month | WordClass.Clinical | WordClass.EponymHead | WordClass.Title | WordClass.Role | WordClass.Patient | WordClass.Kin
        | WordClass.CarePlace | WordClass.Bed | WordClass.Street | WordClass.IdWord | WordClass.PhoneWord | WordClass.OrgTail | WordClass.NumberWord | WordClass.OrdinalWord;

    /// <summary>The strength of a word. <paramref name="caseless"/>: capitals mean nothing in this message.</summary>
    public static byte Of(IdentifierScan scan, int i, bool caseless)
    {
        var token = scan.Tokens[i];
        if (token.Kind is not TokenKind.Word || token.Length < 2 || token.Has(TokenFlags.Mention | TokenFlags.Link | TokenFlags.Handle))
            return No;
        if (token.Is(WordClass.Function))
            return token.Capital && !caseless && token.Is(WordClass.TopGiven) ? Possible : No;
        if (token.Is(Never))
            return token.Is(WordClass.TopGiven) && token.Capital ? Possible : No;
        if (token.Length == 2)
            return token.Is(WordClass.Given | WordClass.Family) && token.Case is LetterCase.Capitalised && !token.Is(Dictionary) ? Possible : No;
        if (scan.Text.Word(token).IndexOf('\'') > (token.Case is LetterCase.Lower ? 1 : 2))
            return No; // we'll, DNA'd; not O'Neill, Ja'far
        if ((caseless || !token.Capital) && !token.Has(TokenFlags.Leet))
            return Small(token);
        var strength = Capital(token);
        return strength == Possible && token.Class == WordClass.None && ClinicalEndings.Has(scan.Text.Word(token)) ? No : strength;
    }

    private static byte Capital(in Token token)
    {
        var given = token.Is(WordClass.Given);
        if (token.Is(WordClass.City) && !token.Is(WordClass.TopGiven))
            return Possible;
        // PaO, NaHCO, SpO: capitals inside that no name has.
        if (token.Case is LetterCase.Mixed && token.Length < 5)
            return No;
        if (token.Case is LetterCase.Upper)
            return token.Length <= 3 || !token.Is(Names) || token.Is(WordClass.Common | WordClass.English) ? No : token.Is(WordClass.TopGiven) ? Likely : Possible;
        if (token.Is(Seldom))
            return token.Is(WordClass.TopGiven) ? Likely : given ? Possible : No;
        if (token.Is(WordClass.Common))
            return token.Is(WordClass.TopGiven) ? Likely : token.Is(WordClass.Given | WordClass.Family) ? Possible : No;
        if (token.Is(WordClass.English))
            return given ? Likely : token.Is(Names) ? Possible : No;
        if (token.Is(WordClass.RareEnglish))
            return token.Is(WordClass.TopGiven) ? Sure : token.Is(WordClass.Given | WordClass.Family) ? Likely : token.Is(Names) ? Possible : No;
        if (given)
            return Sure;
        return token.Is(Names) ? Likely : Possible;
    }

    private static byte Small(in Token token)
    {
        var capital = token.Capital;
        if (token.Length < 3 || token.Is(Seldom))
            return No;
        if (token.Is(WordClass.Common | WordClass.English))
            return token.Is(WordClass.TopGiven) ? Possible : No;
        if (token.Is(WordClass.RareEnglish))
            return token.Is(WordClass.TopGiven) ? Likely : token.Is(WordClass.Given) ? Possible : No;
        if (token.Is(WordClass.TopGiven))
            return Sure;
        if (token.Is(WordClass.Given))
            return token.Is(WordClass.Place) ? Possible : Likely;
        return token.Is(Names) ? capital ? Likely : Possible : No;
    }
}
