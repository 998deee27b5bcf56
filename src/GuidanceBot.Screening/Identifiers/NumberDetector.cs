using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Phone numbers and identifying numbers: told apart, and from all other numbers, by layout, check digits and context.</summary>
internal static class NumberDetector
{
    public static void Find(IdentifierScan scan)
    {
        Span<char> digits = stackalloc char[NumberRun.MostDigits + 2];
        Span<int> groups = stackalloc int[NumberRun.MostDigits + 2];
        var run = new NumberRun { Digits = digits, Groups = groups };
        var tokens = scan.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (scan.Taken(i))
                continue;
            // Most words begin no number: a code that does goes on without a space.
            if (tokens[i].Kind is TokenKind.Word && !tokens[i].Is(WordClass.NumberWord) && (i + 1 == tokens.Length || (tokens[i + 1].Gap & ~Gap.Hyphen) != 0))
                continue;
            if (tokens[i].Is(WordClass.NumberWord) && NumberReader.TryReadWords(scan, i, ref run))
            {
                JudgeWords(scan, run);
                i = run.Last;
            }
            else if (tokens[i].Kind is TokenKind.Number && NumberReader.TryRead(scan, i, ref run) && run.Extension)
            {
                Judge(scan, run);
                i = run.Last;
            }
            else if (tokens[i].Kind is TokenKind.Mixed && NumberReader.TryRead(scan, i, ref run) && run.Count is >= 9 and <= 13 && PhoneRules.Score(run, NumberContext.AnnouncesPhone(scan, i)) > 0)
            {
                Judge(scan, run);
                i = run.Last;
            }
            else if (CodeDetector.TryFind(scan, i, out var last))
            {
                i = last;
            }
            else if (NumberReader.TryRead(scan, i, ref run))
            {
                Judge(scan, run);
                i = Math.Max(i, run.Last);
            }
        }
    }

    private static void JudgeWords(IdentifierScan scan, in NumberRun run)
    {
        if (run.Count < 6)
            return;
        var id = NumberContext.AnnouncesId(scan, run.First);
        var phone = !id && Context.Before(scan, run.First, WordClass.PhoneWord, 5) || !id && run.Number[0] == '0' && run.Count >= 9;
        if (phone && run.Count >= 7)
            scan.Add(IdentifierKind.Phone, "in_words", run.First, run.Last, 0.85);
        else if (run.Last - run.First >= 4)
            scan.Add(IdentifierKind.Id, "in_words", run.First, run.Last, 0.75);
    }

    private static void Judge(IdentifierScan scan, in NumberRun run)
    {
        if (NumberContext.IsQuantity(scan, run))
            return;

        var id = NumberContext.AnnouncesId(scan, run.First);
        var phone = NumberContext.AnnouncesPhone(scan, run.First);
        if (PublicLines.Has(run))
        {
            scan.Take(run.First, run.Last);
            return;
        }

        if (id && !(phone && run.GroupCount != 1) && IdRules.WithContext(run) is { } named)
        {
            Add(scan, IdentifierKind.Id, named, run, 0.9);
            return;
        }

        if (IdRules.BySure(run) is { } sure)
            Add(scan, IdentifierKind.Id, sure, run, 0.9);
        else if (PhoneRules.Score(run, phone) is var score && score > 0)
            Add(scan, IdentifierKind.Phone, null, run, score);
        else if (IdRules.Bare(scan, run) is { } bare)
            Add(scan, IdentifierKind.Id, bare, run, 0.6);
        else if (scan.AddressSeen && run.GroupCount == 1 && run.Count is 4 or 5 or 6 && NumberContext.EndsLine(scan, run.Last))
            Add(scan, IdentifierKind.Address, "postcode", run, 0.6);
    }

    private static void Add(IdentifierScan scan, IdentifierKind kind, string? type, in NumberRun run, double score)
    {
        var last = run.Last;
        var end = run.End;
        var tokens = scan.Tokens;
        // 9999124Q, 1234 567 897 JK: a letter or two of the number's own.
        if (kind is IdentifierKind.Id && last + 1 < tokens.Length && tokens[last + 1] is { Kind: TokenKind.Word, Length: 1 or 2 } letters
            && (letters.Gap == Gap.None || (letters.Gap is Gap.Space or Gap.Hyphen && letters.Case is LetterCase.Upper && type is "health_card")))
        {
            last++;
            end = tokens[last].End;
        }

        scan.Add(kind, type, run.First, last, run.Start, end, score);
    }
}
