using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Collects the groups of a number: digits, digits in words, letters in the place of digits.</summary>
internal static class NumberReader
{
    private static readonly ulong X = WordHash.Of("x");
    private static readonly ulong Dash = WordHash.Of("dash");

    /// <summary>Reads the run that begins at a token; false if none does.</summary>
    public static bool TryRead(IdentifierScan scan, int i, ref NumberRun run)
    {
        var tokens = scan.Tokens;
        if (scan.Taken(i) || !IsDigits(scan, i))
            return false;

        var chars = scan.Text.Chars;
        run.First = run.Last = i;
        run.Count = run.GroupCount = 0;
        run.Plus = run.Bracket = run.Hyphens = run.Spaces = run.Dots = run.Slashes = run.Extension = run.Words = false;
        run.Start = tokens[i].Start;
        if (run.Start > 0 && chars[run.Start - 1] == '(')
            (run.Bracket, run.Start) = (true, run.Start - 1);
        if (run.Start > 0 && chars[run.Start - 1] == '+')
            (run.Plus, run.Start) = (true, run.Start - 1);
        Append(scan, i, ref run, newGroup: true);

        for (var k = i + 1; k < tokens.Length && run.GroupCount < run.Groups.Length && run.Count < NumberRun.MostDigits && !scan.Taken(k); k++)
        {
            var between = chars[tokens[k - 1].End..tokens[k].Start];
            if (tokens[k].Hash == X && between.Length <= 1 && k + 1 < tokens.Length && tokens[k + 1].Kind is TokenKind.Number && tokens[k + 1].Length <= 6 && tokens[k + 1].Gap is Gap.None or Gap.Space && run.Count >= 7)
            {
                run.Extension = true;
                run.Last = k + 1;
                break;
            }

            if (tokens[k].Kind is TokenKind.Mixed && WithExtension(scan, k, ref run, between))
                break;
            if (tokens[k].Kind is TokenKind.Mixed && between.Length == 0)
                break;
            if (!IsDigits(scan, k) || !Connects(between, ref run))
                break;
            // 900x5532: a mixed token that begins with x was handled above; digits glued to letters are one group.
            Append(scan, k, ref run, newGroup: between.Length > 0);
            run.Last = k;
        }

        // 555-123-4567x890 comes as one token after the number.
        var after = run.Last + 1;
        if (!run.Extension && after < tokens.Length && tokens[after].Kind is TokenKind.Mixed && tokens[after].Gap is Gap.None or Gap.Space && run.Count >= 7 && IsExtension(scan.Text.Word(tokens[after])))
            run.Last = after;
        run.End = tokens[run.Last].End;
        return true;
    }

    /// <summary>Reads a number said in words: oh seven seven double-oh nine hundred one four two.</summary>
    public static bool TryReadWords(IdentifierScan scan, int i, ref NumberRun run)
    {
        var tokens = scan.Tokens;
        run.First = i;
        run.Count = run.GroupCount = 0;
        run.Plus = run.Bracket = run.Hyphens = run.Spaces = run.Dots = run.Slashes = run.Extension = false;
        run.Words = true;
        run.Start = tokens[i].Start;
        var repeat = 1;
        var last = -1;
        for (var k = i; k < tokens.Length && run.Count < NumberRun.MostDigits - 3 && !scan.Taken(k); k++)
        {
            if (k > i && (tokens[k].Gap & ~(Gap.Space | Gap.Hyphen | Gap.Comma | Gap.Stop)) != 0)
                break;
            if (tokens[k].Hash == Dash)
                continue;
            var value = SpokenDigits.Read(tokens[k].Hash);
            if (value == SpokenDigits.None)
                break;
            if (value is SpokenDigits.Double or SpokenDigits.Treble)
            {
                repeat = value is SpokenDigits.Double ? 2 : 3;
                continue;
            }

            if (value is SpokenDigits.Hundred)
            {
                run.Digits[run.Count++] = '0';
                run.Digits[run.Count++] = '0';
            }
            else
            {
                if (value >= 10)
                    run.Digits[run.Count++] = (char)('0' + value / 10);
                for (; repeat > 0 && run.Count < NumberRun.MostDigits; repeat--)
                    run.Digits[run.Count++] = (char)('0' + value % 10);
            }

            repeat = 1;
            last = k;
        }

        run.Last = last;
        run.End = last < 0 ? run.Start : tokens[last].End;
        return last > i;
    }

    private static bool IsExtension(ReadOnlySpan<char> word) => word.Length is >= 2 and <= 7 && word[0] == 'x' && !word[1..].ContainsAnyExceptInRange('0', '9');

    // 3967x793: the last group and an extension in one token.
    private static bool WithExtension(IdentifierScan scan, int k, ref NumberRun run, ReadOnlySpan<char> between)
    {
        var word = scan.Text.Word(scan.Tokens[k]);
        var x = word.IndexOf('x');
        if (x is < 3 or > 8 || word.Length - x is < 2 or > 7 || word[..x].ContainsAnyExceptInRange('0', '9') || word[(x + 1)..].ContainsAnyExceptInRange('0', '9') || !Connects(between, ref run))
            return false;
        run.Groups[run.GroupCount++] = x;
        foreach (var c in word[..x])
        {
            if (run.Count < run.Digits.Length)
                run.Digits[run.Count++] = c;
        }

        run.Extension = true;
        run.Last = k;
        return true;
    }

    // O77OO, 57o, o491: digits with letters that look like them.
    private static bool IsDigits(IdentifierScan scan, int i)
    {
        var token = scan.Tokens[i];
        if (token.Kind is TokenKind.Number)
            return true;
        if (token.Kind is TokenKind.Word ? token.Gap != Gap.None || token.Length > 3 : token.Kind is not TokenKind.Mixed)
            return false;
        var word = scan.Text.Word(token);
        return !word.ContainsAnyExcept("0123456789oli") && (token.Kind is TokenKind.Word || word.ContainsAnyInRange('0', '9'));
    }

    private static void Append(IdentifierScan scan, int i, ref NumberRun run, bool newGroup)
    {
        if (newGroup)
            run.Groups[run.GroupCount++] = 0;
        foreach (var c in scan.Text.Word(scan.Tokens[i]))
        {
            if (run.Count == run.Digits.Length)
                return;
            run.Digits[run.Count++] = c switch { 'o' => '0', 'l' or 'i' => '1', _ => c };
            run.Groups[run.GroupCount - 1]++;
        }
    }

    private static bool Connects(ReadOnlySpan<char> between, ref NumberRun run)
    {
        if (between.Length > 3)
            return false;
        foreach (var c in between)
        {
            switch (c)
            {
                case ' ' or '\t' or '\u00a0':
                    run.Spaces = true;
                    break;
                case '-':
                    run.Hyphens = true;
                    break;
                case '.':
                    run.Dots = true;
                    break;
                case ')' when run.Bracket || run.Plus:
                    break;
                case '(' when run.Plus:
                    break;
                case '/':
                    run.Slashes = true;
                    break;
                default:
                    return false;
            }
        }

        // "Call 5551234. 20 people": a full stop and a space end a sentence.
        return between is not (". " or ".  " or "- " or " -");
    }
}
