using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Days without a month's name: the 19th, Friday 6th, the 7th of the 8th '85, on 31/10.</summary>
internal static class DayAlone
{
    private static readonly ulong The = WordHash.Of("the");
    private static readonly ulong Of = WordHash.Of("of");

    public static void Find(IdentifierScan scan)
    {
        var tokens = scan.Tokens;
        for (var i = 0; i + 1 < tokens.Length; i++)
        {
            if (scan.Taken(i) || tokens[i].Kind is not TokenKind.Number || tokens[i].Length > 2)
                continue;
            if (tokens[i + 1].Gap == Gap.None && DateDetector.IsSuffix(scan, i + 1) && DateDetector.Value(scan, i) is >= 1 and <= 31)
                i = Ordinal(scan, i);
            else if (tokens[i + 1].Gap == Gap.Slash && tokens[i + 1].Kind is TokenKind.Number)
                i = Slashed(scan, i);
        }
    }

    private static int Ordinal(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var last = i + 1;
        // of the 8th ['85]
        if (last + 4 < tokens.Length && tokens[last + 1].Hash == Of && tokens[last + 2].Hash == The && tokens[last + 3].Kind is TokenKind.Number && DateDetector.IsSuffix(scan, last + 4) && tokens[last + 4].Gap == Gap.None)
        {
            last += 4;
            if (last + 1 < tokens.Length && tokens[last + 1].Kind is TokenKind.Number && tokens[last + 1].Length is 2 or 4)
                last++;
            scan.Add(IdentifierKind.Date, null, i > 0 && tokens[i - 1].Hash == The ? i - 1 : i, last, 0.9);
            return last;
        }

        if (i > 0 && tokens[i - 1].Is(WordClass.Weekday) && !scan.Taken(i - 1))
            scan.Add(IdentifierKind.Date, null, i - 1, last, 0.8);
        else if (i > 0 && tokens[i - 1].Hash == The && scan.HasDate && EndsPhrase(scan, last))
            scan.Add(IdentifierKind.Date, null, i - 1, last, 0.6);
        return last;
    }

    // The 19th of what? "on the 5th floor" and "the 2nd dose" are no days.
    private static bool EndsPhrase(IdentifierScan scan, int last) =>
        last + 1 >= scan.Tokens.Length || (scan.Tokens[last + 1].Gap & ~Gap.Space) != 0 || scan.Tokens[last + 1].Is(WordClass.Function);

    private static int Slashed(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        int a = DateDetector.Value(scan, i), b = DateDetector.Value(scan, i + 1);
        var possible = (a is >= 1 and <= 31 && b is >= 1 and <= 12) || (a is >= 1 and <= 12 && b is >= 1 and <= 31);
        var alone = (i == 0 || tokens[i].Gap != Gap.Slash) && (i + 2 >= tokens.Length || tokens[i + 2].Gap != Gap.Slash);
        if (possible && alone && tokens[i + 1].Length <= 2 && (i + 2 >= tokens.Length || !tokens[i + 2].Is(WordClass.Unit))
            && (Context.Before(scan, i, WordClass.DateWord, 2) || Context.PrepositionOfTime(scan, i)) && !Context.Before(scan, i, WordClass.Bed, 2) && a > 0 && !(b == 10 && a <= 10) && !(b == 7 && a == 24))
        {
            scan.Add(IdentifierKind.Date, null, i, i + 1, 0.55);
        }

        return i + 1;
    }
}
