using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Days and months in any order, in digits and in words. A year alone is none, nor are the dates of studies.</summary>
internal static class DateDetector
{
    private const IdentifierKind Kind = IdentifierKind.Date;

    public static void Find(IdentifierScan scan)
    {
        var text = scan.Text;
        var digits = (text.Signs & Signs.Digit) != 0;
        var months = (text.Classes & WordClass.Month) != 0;
        if (!digits && !months && (text.Classes & WordClass.OrdinalWord) == 0)
            return;

        var tokens = scan.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i))
                continue;
            if (tokens[i].Kind is TokenKind.Number && InDigits(scan, i) is var last && last >= 0)
                i = last;
        }

        if (months)
        {
            for (var i = 0; i < tokens.Length; i++)
            {
                if (tokens[i].Is(WordClass.Month) && !scan.Taken(i))
                    i = Math.Max(i, WithMonth(scan, i));
            }
        }

        if (digits)
            DayAlone.Find(scan);
    }

    // 12/04/1969, 1969-04-12, 12.4.69, 31/10, 19830417; the last token, or -1.
    private static int InDigits(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var a = Value(scan, i);
        if (i + 2 < tokens.Length && Joined(scan, i + 1, out var separator) && Joined(scan, i + 2, out var second) && separator == second
            && !(i + 3 < tokens.Length && Joined(scan, i + 3, out var third) && third == separator && tokens[i + 3].Kind is TokenKind.Number)
            && !(i > 0 && tokens[i - 1].Kind is TokenKind.Number && Joined(scan, i, out _)))
        {
            int b = Value(scan, i + 1), c = Value(scan, i + 2);
            if (IsDate(scan, i, a, b, c) && (separator != '.' || tokens[i + 2].Length != 1))
                return Add(scan, i, WithTime(scan, i + 2), 0.95);
        }

        // 05-Nov-1966
        if (i + 2 < tokens.Length && tokens[i + 1].Is(WordClass.Month) && Joined(scan, i + 1, out var hyphen) && hyphen is '-' or '/' or '.' && Joined(scan, i + 2, out var other) && other == hyphen && tokens[i + 2].Kind is TokenKind.Number)
            return Add(scan, i, WithTime(scan, i + 2), 0.95);

        if (tokens[i].Length == 8 && IsCompact(scan, i) && !tokens[i].Has(TokenFlags.Hashtag) && !IdAhead(scan, i))
            return Add(scan, i, i, 0.6);
        if (tokens[i].Length == 6 && IsShort(scan, i) && AfterInitials(scan, i))
            return Add(scan, i, i, 0.7);
        return -1;
    }

    private static bool IsDate(IdentifierScan scan, int i, int a, int b, int c)
    {
        var tokens = scan.Tokens;
        int la = tokens[i].Length, lb = tokens[i + 1].Length, lc = tokens[i + 2].Length;
        if (la == 4)
            return Year(a) && ((b is >= 1 and <= 12 && c is >= 1 and <= 31) || (c is >= 1 and <= 12 && b is >= 1 and <= 31)) && lb <= 2 && lc <= 2;
        var dayMonth = (a is >= 1 and <= 31 && b is >= 1 and <= 12) || (a is >= 1 and <= 12 && b is >= 1 and <= 31);
        return la <= 2 && lb <= 2 && dayMonth && ((lc == 4 && Year(c)) || lc == 2);
    }

    private static bool IsCompact(IdentifierScan scan, int i)
    {
        var word = scan.Text.Word(scan.Tokens[i]);
        int y = int.Parse(word[..4]), m = int.Parse(word[4..6]), d = int.Parse(word[6..]);
        if (y is >= 1900 and <= 2035 && m is >= 1 and <= 12 && d is >= 1 and <= 31)
            return true;
        int day = int.Parse(word[..2]), month = int.Parse(word[2..4]), year = int.Parse(word[4..]);
        return year is >= 1900 and <= 2035 && ((day is >= 1 and <= 31 && month is >= 1 and <= 12) || (day is >= 1 and <= 12 && month is >= 1 and <= 31))
            && Context.Before(scan, i, WordClass.DateWord, 3);
    }

    private static bool IsShort(IdentifierScan scan, int i)
    {
        var word = scan.Text.Word(scan.Tokens[i]);
        int a = int.Parse(word[..2]), b = int.Parse(word[2..4]);
        return (a is >= 1 and <= 31 && b is >= 1 and <= 12) || (a is >= 1 and <= 12 && b is >= 1 and <= 31);
    }

    // MJT 220749: initials and a day of birth.
    private static bool AfterInitials(IdentifierScan scan, int i) =>
        i > 0 && scan.Tokens[i - 1] is { Kind: TokenKind.Word, Case: LetterCase.Upper, Length: 2 or 3 } before && before.Class == WordClass.None
        || Context.Before(scan, i, WordClass.DateWord, 2);

    private static bool IdAhead(IdentifierScan scan, int i) => Context.Before(scan, i, WordClass.IdWord | WordClass.PhoneWord, 2);

    // A word for a month with a day, a year, or both: 3rd of March '58, April 12, 2023, March 2022.
    private static int WithMonth(IdentifierScan scan, int month)
    {
        var tokens = scan.Tokens;
        int first = month, last = month;
        var day = false;
        if (DayBefore(scan, month) is var d && d >= 0)
        {
            first = d;
            day = true;
        }
        else if (month + 1 < tokens.Length && DayAt(scan, month + 1, out var end) && (tokens[month + 1].Gap & (Gap.Line | Gap.Comma)) == 0)
        {
            // "May 3" reads as a day; "March 22" as a day too; "March 2022" does not come here.
            day = true;
            last = end;
        }

        if (day && last == month && tokens[month].Gap == Gap.None && first != month)
            last = month;
        var year = YearAt(scan, last + 1);
        if (year >= 0)
            last = year;

        if (!day && year < 0)
            return -1;
        // Words that are mostly no month need the capital or a day: may, march, mar, dec, sun.
        if (!tokens[month].Capital && tokens[month].Is(WordClass.Common) && tokens[month].Length <= 5 && !(day && year >= 0) && !(day && Near(tokens[month])))
            return -1;
        if (StudyDate.Is(scan, first, last, day))
        {
            scan.Take(first, last);
            return last;
        }

        // Monday 3 March
        if (first > 0 && tokens[first - 1].Is(WordClass.Weekday) && !scan.Taken(first - 1))
            first--;
        return Add(scan, first, WithTime(scan, last), day ? 0.9 : 0.7);

        static bool Near(in Token token) => token.Gap is Gap.Space or Gap.None;
    }

    private static int DayBefore(IdentifierScan scan, int month)
    {
        var tokens = scan.Tokens;
        var i = month - 1;
        if (i < 0 || (tokens[month].Gap & ~(Gap.Space | Gap.Hyphen | Gap.Comma | Gap.Slash | Gap.Stop)) != 0)
            return -1;
        if (tokens[i].Hash == Of && i > 0)
            i--;
        if (i > 0 && tokens[i].Kind is TokenKind.Word && tokens[i].Gap == Gap.None && IsSuffix(scan, i))
            i--;
        if (scan.Taken(i))
            return -1;
        if (tokens[i].Kind is TokenKind.Number && tokens[i].Length <= 2 && Value(scan, i) is >= 1 and <= 31)
            return i > 0 && tokens[i - 1].Kind is TokenKind.Number && (tokens[i].Gap & (Gap.Stop | Gap.Comma)) != 0 && (tokens[i].Gap & Gap.Space) == 0 ? -1 : i;
        if (tokens[i].Is(WordClass.OrdinalWord))
            return i > 0 && tokens[i].Gap is Gap.Hyphen or Gap.Space && tokens[i - 1].Is(WordClass.NumberWord) ? i - 1 : i;
        return tokens[i].Is(WordClass.NumberWord) && tokens[i].Length > 2 ? i > 0 && tokens[i - 1].Is(WordClass.NumberWord) && tokens[i].Gap is Gap.Hyphen or Gap.Space ? i - 1 : i : -1;
    }

    private static bool DayAt(IdentifierScan scan, int i, out int end)
    {
        var tokens = scan.Tokens;
        end = i;
        if (i < tokens.Length && tokens[i].Hash == The)
            end = ++i;
        if (i >= tokens.Length || scan.Taken(i))
            return false;
        if (tokens[i].Is(WordClass.OrdinalWord) && tokens[i].Length > 4)
            return true;
        if (tokens[i].Kind is not TokenKind.Number || tokens[i].Length > 2 || Value(scan, i) is < 1 or > 31)
            return false;
        if (i + 1 < tokens.Length && tokens[i + 1].Gap == Gap.None && tokens[i + 1].Kind is TokenKind.Word)
        {
            end = i + 1;
            return IsSuffix(scan, i + 1);
        }

        // "May 5 mg" and "March 3.5" are no days.
        return i + 1 >= tokens.Length || (!tokens[i + 1].Is(WordClass.Unit) || (tokens[i + 1].Gap & ~Gap.Space) != 0) && !(tokens[i + 1].Kind is TokenKind.Number && tokens[i + 1].Gap is Gap.Stop);
    }

    // 2023, '58, nineteen eighty; -1 for none.
    private static int YearAt(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        if (i < tokens.Length && tokens[i].Hash == Of)
            i++;
        if (i >= tokens.Length || scan.Taken(i) || (tokens[i].Gap & (Gap.Line | Gap.Open)) != 0)
            return -1;
        if (tokens[i].Kind is TokenKind.Number && tokens[i].Length == 4 && Year(Value(scan, i)))
            return i;
        if (tokens[i].Kind is TokenKind.Number && tokens[i].Length == 2 && ((tokens[i].Gap & Gap.Apostrophe) != 0 || (tokens[i].Gap & Gap.Hyphen) != 0 || (tokens[i].Gap & Gap.Comma) != 0))
            return i;
        if (tokens[i].Hash == Nineteen || tokens[i].Hash == Twenty)
        {
            var last = i;
            while (last + 1 < tokens.Length && last - i < 3 && tokens[last + 1].Is(WordClass.NumberWord) && tokens[last + 1].Gap is Gap.Space or Gap.Hyphen)
                last++;
            return last > i ? last : -1;
        }

        return -1;
    }

    // A time right after belongs to the date: 2010-03-10 19:00:35.
    private static int WithTime(IdentifierScan scan, int last)
    {
        var tokens = scan.Tokens;
        var i = last + 1;
        if (i + 1 >= tokens.Length || tokens[i].Kind is not TokenKind.Number || tokens[i].Length > 2 || tokens[i].Gap is not (Gap.Space or Gap.Comma) || tokens[i + 1].Gap != Gap.Colon || tokens[i + 1].Length != 2)
            return last;
        return i + 2 < tokens.Length && tokens[i + 2].Gap == Gap.Colon && tokens[i + 2].Length == 2 ? i + 2 : i + 1;
    }

    private static bool Joined(IdentifierScan scan, int i, out char separator)
    {
        var token = scan.Tokens[i];
        var between = scan.Text.Chars[scan.Tokens[i - 1].End..token.Start];
        var trimmed = between.Trim(' ');
        separator = trimmed.Length == 1 && between.Length <= 3 ? trimmed[0] : '\0';
        return separator is '/' or '-' or '.' && (between.Length == 1 || separator != '.') && token.Kind is TokenKind.Number or TokenKind.Word;
    }

    private static int Add(IdentifierScan scan, int first, int last, double score)
    {
        scan.Add(Kind, null, first, last, score);
        return last;
    }

    internal static bool IsSuffix(IdentifierScan scan, int i) => scan.Text.Word(scan.Tokens[i]) is "st" or "nd" or "rd" or "th";

    internal static int Value(IdentifierScan scan, int i) => scan.Tokens[i].Length <= 9 && scan.Tokens[i].Kind is TokenKind.Number ? int.Parse(scan.Text.Word(scan.Tokens[i])) : -1;

    private static bool Year(int value) => value is >= 1890 and <= 2039;

    private static readonly ulong Of = WordHash.Of("of");
    private static readonly ulong The = WordHash.Of("the");
    private static readonly ulong Nineteen = WordHash.Of("nineteen");
    private static readonly ulong Twenty = WordHash.Of("twenty");
}
