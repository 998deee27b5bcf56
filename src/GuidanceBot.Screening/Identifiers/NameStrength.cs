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
    private const WordClass Dictionary = WordClass.Common | WordClass.English;
    private const WordClass Other = WordClass.Month | WordClass.Weekday | WordClass.Country | WordClass.Clinical | WordClass.Brand | WordClass.EponymHead | WordClass.Eponym
        | WordClass.Title | WordClass.Role | WordClass.Patient | WordClass.Kin | WordClass.CarePlace | WordClass.Bed | WordClass.Street | WordClass.Unit | WordClass.IdWord | WordClass.PhoneWord | WordClass.OrgTail | WordClass.Place;

    /// <summary>The strength of a word. <paramref name="caseless"/>: capitals mean nothing in this message.</summary>
    public static byte Of(in Token token, bool caseless)
    {
        if (token.Kind is not TokenKind.Word || token.Length < 2 || token.Has(TokenFlags.Mention | TokenFlags.Link | TokenFlags.Handle))
            return No;
        if (token.Is(WordClass.Function))
            return token.Capital && !caseless && token.Is(WordClass.Given) && token.Length > 2 ? Possible : No;
        return token.Capital && !caseless ? Capital(token) : Small(token);
    }

    private static byte Capital(in Token token)
    {
        var given = token.Is(WordClass.Given);
        if (token.Case is LetterCase.Upper && (token.Length <= 3 || !token.Is(Names)))
            return No;
        if (token.Is(WordClass.Common))
            return token.Is(WordClass.Given | WordClass.Family) ? Possible : No;
        if (token.Is(WordClass.English))
            return given ? token.Is(Other) ? Possible : Likely : token.Is(Names) ? Possible : No;
        if (token.Is(Other))
            return given ? Likely : token.Is(Names) || token.Is(WordClass.Place) ? Possible : No;
        if (given)
            return Sure;
        return token.Is(WordClass.RareGiven | WordClass.Family) ? Likely : token.Is(WordClass.RareFamily | WordClass.ListedName) ? Likely : Possible;
    }

    private static byte Small(in Token token)
    {
        if (token.Is(Dictionary))
            return No;
        if (token.Is(Other))
            return token.Is(WordClass.Given) ? Possible : No;
        if (token.Is(WordClass.Given) && token.Length > 2)
            return Likely;
        return token.Is(Names) && token.Length > 2 ? Possible : No;
    }
}
