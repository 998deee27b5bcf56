using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Ages over 89 of one person, in digits and words; not those of a group.</summary>
internal static class AgeDetector
{
    private static readonly ulong[] AgeBefore = [.. new[] { "age", "aged", "turned", "turns", "turning" }.Select(w => WordHash.Of(w))];
    private static readonly ulong[] PersonBefore = [.. new[] { "was", "is", "he's", "she's", "he", "she", "turned", "aged", "at", "turns", "now" }.Select(w => WordHash.Of(w))];
    private static readonly ulong[] GroupBefore = [.. new[] { "to", "over", "above", "than", "under", "below", "least", "until", "through", "and", "mean", "median" }.Select(w => WordHash.Of(w))];
    private static readonly ulong[] Words = [.. new[] { "nonagenarian", "nonagenarians", "centenarian", "centenarians", "supercentenarian" }.Select(w => WordHash.Of(w))];
    private static readonly ulong Ninety = WordHash.Of("ninety");
    private static readonly ulong Hundred = WordHash.Of("hundred");
    private static readonly ulong And = WordHash.Of("and");
    private static readonly ulong Half = WordHash.Of("half");
    private static readonly ulong Of = WordHash.Of("of");
    private static readonly ulong Age = WordHash.Of("age");
    private static readonly ulong A = WordHash.Of("a");
    private static readonly ulong One = WordHash.Of("one");
    private static readonly ulong Turned = WordHash.Of("turned");

    public static void Find(IdentifierScan scan)
    {
        var tokens = scan.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i))
                continue;
            if (tokens[i].Kind is TokenKind.Number && tokens[i].Length is 2 or 3 && DateDetector.Value(scan, i) is >= 90 and <= 125)
                InDigits(scan, i);
            else if (tokens[i].Hash == Ninety || tokens[i].Hash == Hundred)
                i = InWords(scan, i);
            else if (tokens[i].Length > 11 && Array.IndexOf(Words, tokens[i].Hash) >= 0)
                scan.Add(IdentifierKind.AgeOver89, null, i, i, 0.8);
        }
    }

    private static void InDigits(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        if (i > 0 && (Array.IndexOf(GroupBefore, tokens[i - 1].Hash) >= 0 || (tokens[i - 1].Kind is TokenKind.Number && tokens[i].Gap is Gap.Hyphen or Gap.Slash or Gap.Stop or Gap.Comma)))
            return;
        if (i + 1 < tokens.Length && tokens[i + 1].Kind is TokenKind.Number && (tokens[i + 1].Gap & Gap.Space) == 0)
            return;

        var first = i > 0 && Array.IndexOf(AgeBefore, tokens[i - 1].Hash) >= 0 && (tokens[i].Gap & Gap.Stop) == 0 ? i - 1 : i;
        var last = AgeAfter(scan, i);
        if (last > i)
            scan.Add(IdentifierKind.AgeOver89, null, first, last, 0.95);
        else if (first < i && (i + 1 >= tokens.Length || !tokens[i + 1].Is(WordClass.Unit)))
            scan.Add(IdentifierKind.AgeOver89, null, tokens[first].Hash == Turned ? i : first, WithHalf(scan, i), 0.9);
        else if (InBrackets(scan, i))
            scan.Add(IdentifierKind.AgeOver89, null, i, i, 0.8);
        else if (WithHalf(scan, i) is var half && half > i)
            scan.Add(IdentifierKind.AgeOver89, null, i, half, 0.7);
    }

    // 97yo, 93 years old, 91 years of age, 94F
    private static int AgeAfter(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        if (i + 1 >= tokens.Length || (tokens[i + 1].Gap & ~(Gap.Space | Gap.Hyphen)) != 0)
            return i;
        var word = scan.Text.Word(tokens[i + 1]);
        if (word is "yo" or "yrold" or "yearold")
            return i + 1;
        if (word is "y" && i + 2 < tokens.Length && scan.Text.Word(tokens[i + 2]) is "o" or "old")
            return i + 2;
        if (word is "f" or "m" && tokens[i + 1].Gap == Gap.None)
            return i + 1;
        if (word is "year" or "years" or "yr" or "yrs" && i + 2 < tokens.Length)
        {
            if (scan.Text.Word(tokens[i + 2]) is "old" or "young")
                return i + 2;
            if (i + 3 < tokens.Length && tokens[i + 2].Hash == Of && tokens[i + 3].Hash == Age)
                return i + 3;
        }

        return i;
    }

    private static int WithHalf(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        return i + 3 < tokens.Length && tokens[i + 1].Hash == And && tokens[i + 2].Hash == A && tokens[i + 3].Hash == Half ? i + 3 : i;
    }

    // his wife (91), Edith (93, room 14)
    private static bool InBrackets(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        if (i == 0 || (tokens[i].Gap & Gap.Open) == 0 || tokens[i].Gap is not (Gap.Open | Gap.Space) || !(tokens[i - 1].Capital || tokens[i - 1].Is(WordClass.Kin | WordClass.Patient)) || tokens[i - 1].Case is LetterCase.Upper)
            return false;
        var chars = scan.Text.Chars;
        return tokens[i].End < chars.Length && chars[tokens[i].End] is ')' or ',' or ';' or ']' && (tokens[i - 1].Is(WordClass.Kin | WordClass.Patient) || (!tokens[i - 1].Is(WordClass.Common | WordClass.English) || tokens[i - 1].Is(WordClass.Given | WordClass.Family)));
    }

    private static int InWords(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var first = i;
        var last = i;
        if (tokens[i].Hash == Hundred)
        {
            if (i == 0 || !(tokens[i - 1].Hash == One || tokens[i - 1].Hash == A))
                return i;
            first = i - 1;
            if (last + 1 < tokens.Length && tokens[last + 1].Hash == And)
                last++;
        }

        while (last + 1 < tokens.Length && last - i < 3 && tokens[last + 1].Is(WordClass.NumberWord) && tokens[last + 1].Gap is Gap.Hyphen or Gap.Space)
            last++;
        if (tokens[last].Hash == And)
            last--;

        if (tokens[i].Hash == Hundred && last > i && SpokenDigits.Read(tokens[last].Hash) is > 25 or < 0)
            return last;
        var after = last + 1 < tokens.Length && tokens[last + 1].Is(WordClass.AgeWord) && (tokens[last + 1].Gap & ~(Gap.Hyphen | Gap.Space)) == 0;
        var person = first > 0 && Array.IndexOf(PersonBefore, tokens[first - 1].Hash) >= 0;
        var quantity = last + 1 < tokens.Length && (tokens[last + 1].Is(WordClass.Unit) && !after || tokens[last + 1].Is(WordClass.NumberWord));
        if (after && AgeAfter(scan, last) is var end && end > last)
            scan.Add(IdentifierKind.AgeOver89, null, first, end, 0.95);
        else if (person && !quantity && (last + 1 >= tokens.Length || tokens[last + 1].Gap != Gap.Space || tokens[last + 1].Is(WordClass.Function) || tokens[last + 1].Is(WordClass.AgeWord) || tokens[first - 1].Hash == Turned))
            scan.Add(IdentifierKind.AgeOver89, null, first, last, 0.8);
        return last;
    }
}
