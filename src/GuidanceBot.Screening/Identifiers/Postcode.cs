using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Postcodes: British and Canadian by their shape, five digits of a ZIP by the state before it.</summary>
internal static class Postcode
{
    private static readonly HashSet<string> States =
    [
        "al", "ak", "az", "ar", "ca", "co", "ct", "de", "fl", "ga", "hi", "id", "il", "in", "ia", "ks", "ky", "la", "me", "md", "ma", "mi", "mn", "ms", "mo", "mt", "ne", "nv", "nh", "nj", "nm", "ny", "nc", "nd", "oh",
        "ok", "or", "pa", "ri", "sc", "sd", "tn", "tx", "ut", "vt", "va", "wa", "wv", "wi", "wy", "dc", "nsw", "vic", "qld", "act", "tas", "ae", "ap", "aa", "on", "bc", "ab", "qc",
    ];

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> ByWord = States.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a token is a state's two letters, in capitals.</summary>
    public static bool IsState(IdentifierScan scan, int i) => scan.Tokens[i].Length is 2 or 3 && (scan.Tokens[i].Case is LetterCase.Upper || scan.Text.Word(scan.Tokens[i]) is "ap" or "ae" or "aa") && ByWord.Contains(scan.Text.Word(scan.Tokens[i]));

    public static void Find(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var word = scan.Text.Word(tokens[i]);
        if (tokens[i].Kind is TokenKind.Mixed && i + 2 < tokens.Length && tokens[i].Capital && tokens[i + 1].Kind is TokenKind.Number && tokens[i + 1].Length == 1 && tokens[i + 1].Gap is Gap.Space or Gap.None && tokens[i + 2].Gap == Gap.None)
        {
            // RM9 9ZZ: outward letters then digits, inward one digit and two letters.
            var british = word.Length is >= 2 and <= 4 && char.IsAsciiLetter(word[0]) && word[^1] is not ('i' or 'l' or 'm' or 'o' or 'v') && tokens[i + 2] is { Length: 2, Kind: TokenKind.Word, Case: LetterCase.Upper };
            if (british)
                scan.Add(IdentifierKind.Address, "postcode", i, i + 2, 0.9);
            return;
        }

        // K1A 0B1 is two mixed tokens: letter digit letter, digit letter digit.
        if (tokens[i].Kind is TokenKind.Mixed && word.Length == 3 && i + 1 < tokens.Length && tokens[i + 1] is { Kind: TokenKind.Mixed, Length: 3 } && char.IsAsciiLetter(word[0]) && char.IsAsciiDigit(word[1]) && char.IsAsciiLetter(word[2]) && tokens[i].Case is LetterCase.Upper
            && scan.Text.Word(tokens[i + 1]) is var inward && char.IsAsciiDigit(inward[0]) && char.IsAsciiLetter(inward[1]) && char.IsAsciiDigit(inward[2]))
        {
            scan.Add(IdentifierKind.Address, "postcode", i, i + 1, 0.9);
            return;
        }

        if (IsState(scan, i) && i + 1 < tokens.Length && tokens[i + 1].Kind is TokenKind.Number && tokens[i + 1].Length is 5 or 4 && tokens[i + 1].Gap is var gap && (gap & ~(Gap.Space | Gap.Comma | Gap.Line)) == 0)
        {
            var first = i;
            // Dry Wells, AZ 00000: the town before.
            if (i > 0 && tokens[i - 1].Capital && tokens[i - 1].Kind is TokenKind.Word && !scan.Taken(i - 1) && (tokens[i].Gap & Gap.Comma) != 0)
                first = i > 1 && tokens[i - 2].Capital && tokens[i - 2].Kind is TokenKind.Word && tokens[i - 1].Gap == Gap.Space && !scan.Taken(i - 2) ? i - 2 : i - 1;
            if (first == i && i > 0 && scan.Text.Word(tokens[i - 1]) is "apo" or "fpo" or "dpo")
                first = i - 1;
            scan.Add(IdentifierKind.Address, "postcode", first, i + 1, 0.85);
        }
    }
}
