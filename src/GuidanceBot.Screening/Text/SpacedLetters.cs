namespace GuidanceBot.Screening.Text;

/// <summary>Joins letters that stand apart, as in S.h.a.n.i.c.e or k i l l, to the word they spell.</summary>
internal static class SpacedLetters
{
    // Three letters apart are mostly initials or an abbreviation.
    public const int Fewest = 4;

    // Of a longer row the beginning will do: no list has such a word.
    private const int LongestWord = 64;

    /// <summary>Joins in place; the number of tokens that are left.</summary>
    public static int Join(ReadOnlySpan<char> fold, Token[] tokens, int count)
    {
        var kept = 0;
        for (var i = 0; i < count; i++)
        {
            var run = RunFrom(fold, tokens, count, i);
            tokens[kept++] = run >= Fewest ? Joined(fold, tokens, i, run) : tokens[i];
            if (run >= Fewest)
                i += run - 1;
        }

        return kept;
    }

    private static int RunFrom(ReadOnlySpan<char> fold, Token[] tokens, int count, int first)
    {
        if (!IsLetter(tokens[first]))
            return 0;
        var separator = '\0';
        var run = 1;
        for (var i = first + 1; i < count && IsLetter(tokens[i]) && tokens[i].Start == tokens[i - 1].End + 1; i++, run++)
        {
            var between = fold[tokens[i].Start - 1];
            if (separator == '\0')
                separator = between;
            else if (between != separator)
                break;
        }

        return run;
    }

    private static bool IsLetter(in Token token) => token.Length == 1 && token.Kind is TokenKind.Word && !token.Has(TokenFlags.Possessive);

    private static Token Joined(ReadOnlySpan<char> fold, Token[] tokens, int first, int run)
    {
        Span<char> word = stackalloc char[Math.Min(run, LongestWord)];
        var upper = 0;
        for (var i = 0; i < run; i++)
        {
            if (i < word.Length)
                word[i] = fold[tokens[first + i].Start];
            upper += tokens[first + i].Capital ? 1 : 0;
        }

        var hash = WordHash.Of(word);
        var letterCase = upper == run ? LetterCase.Upper : tokens[first].Capital ? LetterCase.Capitalised : LetterCase.Lower;
        return tokens[first] with { End = tokens[first + run - 1].End, Hash = hash, Class = Lexicon.Of(hash), Case = letterCase, Flags = tokens[first].Flags | TokenFlags.SpacedOut };
    }
}
