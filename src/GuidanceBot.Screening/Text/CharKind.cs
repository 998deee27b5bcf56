namespace GuidanceBot.Screening.Text;

/// <summary>What a folded character means to the tokenizer: part of a word, a digit, or a kind of gap.</summary>
internal static class CharKind
{
    /// <summary>Marks a letter; never part of a <see cref="Gap"/> that is seen outside.</summary>
    public const Gap Letter = (Gap)0x8000;

    /// <summary>Marks a digit.</summary>
    public const Gap Digit = (Gap)0x8001;

    private static readonly Gap[] Ascii = BuildAscii();

    /// <summary>The kind of a folded character.</summary>
    public static Gap Of(char c)
    {
        if (c < 128)
            return Ascii[c];
        if (char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.SpacingCombiningMark)
            return Letter;
        return char.IsWhiteSpace(c) ? c is '\u2028' or '\u2029' or '\u0085' ? Gap.Line : Gap.Space : Gap.Other;
    }

    private static Gap[] BuildAscii()
    {
        var kinds = new Gap[128];
        Array.Fill(kinds, Gap.Other);
        for (var c = 'a'; c <= 'z'; c++)
            kinds[c] = kinds[c & ~0x20] = Letter;
        for (var c = '0'; c <= '9'; c++)
            kinds[c] = Digit;
        foreach (var (c, gap) in new[]
        {
            (' ', Gap.Space), ('\t', Gap.Space), ('\n', Gap.Line), ('\r', Gap.Line), ('-', Gap.Hyphen), (',', Gap.Comma), ('.', Gap.Stop),
            ('!', Gap.Stop), ('?', Gap.Stop), (':', Gap.Colon), (';', Gap.Semicolon), ('/', Gap.Slash), ('\\', Gap.Slash), ('(', Gap.Open), ('[', Gap.Open),
            ('{', Gap.Open), (')', Gap.Close), (']', Gap.Close), ('}', Gap.Close), ('"', Gap.Quote), ('`', Gap.Quote), ('_', Gap.Underscore), ('\'', Gap.Apostrophe),
        })
        {
            kinds[c] = gap;
        }

        return kinds;
    }
}
