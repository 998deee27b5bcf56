namespace GuidanceBot.Screening.Text;

/// <summary>Digits read as the letters they stand for: M1chael, 5tan1slaw.</summary>
internal static class Leetspeak
{
    /// <summary>
    /// The hash of a mixed token with its digits read as letters; 0 when a digit stands for none.
    /// <paramref name="known"/> says what the lexicon has for it.
    /// </summary>
    public static ulong Read(ReadOnlySpan<char> mixed, out WordClass known)
    {
        known = WordClass.None;
        if (mixed.Length is < 3 or > 24 || mixed.IndexOfAnyInRange('0', '9') > mixed.LastIndexOfAnyInRange('a', 'z'))
            return 0; // digits at the end only: MEN1, user7

        Span<char> plain = stackalloc char[mixed.Length];
        var letters = 0;
        var ones = false;
        for (var i = 0; i < mixed.Length; i++)
        {
            var c = mixed[i] switch { '0' => 'o', '1' => 'i', '3' => 'e', '4' => 'a', '5' => 's', '6' => 'g', '7' => 't', '8' => 'b', '9' => 'g', '2' => 'z', var other => other };
            ones |= mixed[i] == '1';
            letters += char.IsLetter(mixed[i]) ? 1 : 0;
            plain[i] = c;
        }

        if (letters * 2 <= mixed.Length)
            return 0;

        var hash = WordHash.Of(plain);
        known = letters >= 3 || mixed.Length == 4 ? Lexicon.Of(hash) : WordClass.None;
        if (known == WordClass.None && ones)
        {
            for (var i = 0; i < mixed.Length; i++)
            {
                if (mixed[i] == '1')
                    plain[i] = 'l';
            }

            var other = WordHash.Of(plain);
            if (Lexicon.Of(other) is var otherwise && otherwise != WordClass.None)
            {
                known = otherwise;
                return other;
            }
        }

        return hash;
    }
}
