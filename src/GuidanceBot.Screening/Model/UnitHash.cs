using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Model;

/// <summary>The numbers that stand for words, classes and signs in the model; its weights are found by them.</summary>
internal static class UnitHash
{
    /// <summary>Any address of a page or a person.</summary>
    public const uint Link = 1;

    /// <summary>Somebody addressed by handle.</summary>
    public const uint Mention = 2;

    private const int PrefixLength = 5;

    private const int LongestWord = 32;

    // The first that a word belongs to stands for it.
    private static readonly WordClass[] Wide =
    [
        WordClass.Kin, WordClass.Patient, WordClass.Role, WordClass.Title, WordClass.Weekday, WordClass.Month, WordClass.NumberWord,
        WordClass.Bed, WordClass.CarePlace, WordClass.Country, WordClass.AgeWord, WordClass.Clinical,
    ];

    private const WordClass AnyWide = WordClass.Kin | WordClass.Patient | WordClass.Role | WordClass.Title | WordClass.Weekday | WordClass.Month
        | WordClass.NumberWord | WordClass.Bed | WordClass.CarePlace | WordClass.Country | WordClass.AgeWord | WordClass.Clinical;

    /// <summary>What stands for an identifier.</summary>
    public static uint Of(IdentifierKind kind) => 16 + (uint)kind;

    /// <summary>What stands for a word: "don't" and "dont" are one.</summary>
    public static uint OfWord(in Token token, ReadOnlySpan<char> word) => word.Contains('\'') ? OfWord(word) : (uint)(token.Hash >> 16);

    /// <summary>What stands for a folded word.</summary>
    public static uint OfWord(ReadOnlySpan<char> word)
    {
        Span<char> letters = stackalloc char[LongestWord];
        var length = 0;
        foreach (var c in word[..Math.Min(word.Length, LongestWord)])
        {
            if (c != '\'')
                letters[length++] = c;
        }

        return (uint)(WordHash.Of(letters[..length]) >> 16);
    }

    /// <summary>What stands for a sign, such as a question mark or an emoji.</summary>
    public static uint OfSign(int codePoint) => 0x1000u + (uint)codePoint;

    /// <summary>What stands for a number: how long it is, and whether it could be a great age or a year.</summary>
    public static uint OfNumber(ReadOnlySpan<char> digits) => digits.Length switch
    {
        1 => 32,
        2 => 33u + (uint)Math.Min(9, digits[0] - '0'),
        3 => 48,
        4 when digits[0] is '1' or '2' => 49,
        4 => 50,
        _ => 51,
    };

    /// <summary>The class that a word belongs to; its first letters where it has none.</summary>
    public static uint General(in Token token, ReadOnlySpan<char> word)
    {
        if (token.Is(WordClass.Function))
            return OfWord(token, word);
        if (token.Is(AnyWide))
        {
            for (var i = 0; i < Wide.Length; i++)
            {
                if (token.Is(Wide[i]))
                    return 64 + (uint)i;
            }
        }

        return word.Length <= PrefixLength ? OfWord(token, word) : OfWord(word[..PrefixLength]) ^ 0x5bd1e995;
    }
}
