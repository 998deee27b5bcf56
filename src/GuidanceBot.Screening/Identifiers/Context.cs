using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Questions about the neighbourhood of a token.</summary>
internal static class Context
{
    private static readonly ulong On = WordHash.Of("on");
    private static readonly ulong Since = WordHash.Of("since");
    private static readonly ulong Dated = WordHash.Of("dated");

    /// <summary>Whether a word of the class stands among the few tokens before, in the same sentence.</summary>
    public static bool Before(IdentifierScan scan, int i, WordClass any, int within)
    {
        var tokens = scan.Tokens;
        for (var k = i; k > 0 && i - k < within; k--)
        {
            if (tokens[k].Has(TokenFlags.SentenceStart) && (tokens[k].Gap & Gap.Colon) == 0 && k != i)
                return false;
            if (tokens[k - 1].Is(any) && !scan.IsMask(k - 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word of the class is among the few tokens after.</summary>
    public static bool After(IdentifierScan scan, int i, WordClass any, int within)
    {
        var tokens = scan.Tokens;
        for (var k = i + 1; k < tokens.Length && k - i <= within; k++)
        {
            if (tokens[k].Is(any))
                return true;
        }

        return false;
    }

    public static bool HashBefore(IdentifierScan scan, int i, ulong hash, int within)
    {
        for (var k = i - 1; k >= 0 && i - k <= within; k--)
        {
            if (scan.Tokens[k].Hash == hash)
                return true;
        }

        return false;
    }

    /// <summary>on, since, dated.</summary>
    public static bool PrepositionOfTime(IdentifierScan scan, int i) => i > 0 && (scan.Tokens[i - 1].Hash == On || scan.Tokens[i - 1].Hash == Since || scan.Tokens[i - 1].Hash == Dated);

    /// <summary>Whether the message speaks of one person: "a 62-year-old man", "this patient".</summary>
    public static bool OnePatient(IdentifierScan scan)
    {
        if ((scan.Text.Classes & WordClass.AgeWord) == 0)
            return false;
        var tokens = scan.Tokens;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            // 62-year-old, 62yo
            if (tokens[i].Kind is TokenKind.Number && tokens[i].Length <= 3 && tokens[i + 1].Is(WordClass.AgeWord) && tokens[i + 1].Gap is Gap.Hyphen or Gap.None)
                return true;
        }

        return false;
    }

    /// <summary>Whether an initial stands anywhere, as in "patients like John D.": somebody is meant.</summary>
    public static bool AnyInitial(IdentifierScan scan)
    {
        foreach (var token in scan.Tokens)
        {
            if (token is { Length: 1, Kind: TokenKind.Word, Case: LetterCase.Upper, Gap: Gap.Space } && scan.Text.Word(token)[0] is not ('a' or 'i'))
                return true;
        }

        return false;
    }
}
