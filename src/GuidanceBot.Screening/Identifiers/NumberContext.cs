using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>What the words around a number say it is.</summary>
internal static class NumberContext
{
    private static readonly WordList Literature = WordList.Of("pmid pmcid pmc doi nct isrctn icd loinc snomed cpt hcpcs rxcui crd prospero grant arxiv isbn issn vol volume page pages pp chapter figure table version fig eudract chictr umin bmj");
    private static readonly WordList IdNouns = WordList.Of("number no num nr id ids identifier code ref reference #");
    private static readonly WordList Owners = WordList.Of("patient hospital case record records file chart medical health path pathology lab sample specimen order study reg registration booking member client invoice claim licence license driver's driver drivers passport tax employee student customer user card bank social");

    /// <summary>Whether an announcing word stands before: MRN, NHS no, chart number is, card.</summary>
    public static bool AnnouncesId(IdentifierScan scan, int first)
    {
        var tokens = scan.Tokens;
        for (var k = first - 1; k >= 0 && first - k <= 5; k--)
        {
            if (scan.IsMask(k))
                continue; // [ID] would announce the next number, and its mask the one after
            if (tokens[k].Is(WordClass.IdWord))
                return true;
            if (IdNouns.Contains(tokens[k].Hash) && (k == 0 || !tokens[k - 1].Is(WordClass.PhoneWord)) && k > 0 && (Owners.Contains(tokens[k - 1].Hash) || tokens[k - 1].Is(WordClass.IdWord | WordClass.Patient)))
                return true;
            if (IdNouns.Contains(tokens[k].Hash) && scan.Text.Word(tokens[k]) is "id" or "ref" or "reference" or "identifier")
                return true;
            if ((tokens[k].Is(WordClass.PhoneWord) && !tokens[k].Is(WordClass.Common)) || (tokens[k + 1].Has(TokenFlags.SentenceStart) && (tokens[k + 1].Gap & Gap.Colon) == 0))
                return false;
        }

        // "M/R/N 330814": letters with strokes between.
        return first >= 3 && tokens[first - 1].Length == 1 && tokens[first - 2].Length == 1 && tokens[first - 3].Length == 1
            && scan.Text.Word(tokens[first - 1])[0] == 'n' && scan.Text.Word(tokens[first - 3])[0] == 'm';
    }

    /// <summary>Whether the words before speak of phoning.</summary>
    public static bool AnnouncesPhone(IdentifierScan scan, int first) => Context.Before(scan, first, WordClass.PhoneWord, 6);

    /// <summary>Amounts, decimals, ranges, references to literature: numbers of nobody.</summary>
    public static bool IsQuantity(IdentifierScan scan, in NumberRun run)
    {
        var chars = scan.Text.Chars;
        var tokens = scan.Tokens;
        if (tokens[run.First].Has(TokenFlags.Link | TokenFlags.Mention))
            return true;
        if (run.Start > 0 && (chars[run.Start - 1] is '£' or '$' or '€' or '=' or '<' or '>' or '±' || (chars[run.Start - 1] is '.' or ',' && run.Start > 1 && char.IsAsciiDigit(chars[run.Start - 2]))))
            return true;
        if (run.End + 1 < chars.Length && chars[run.End] is '.' or ',' or '%' && char.IsAsciiDigit(chars[run.End + 1]))
            return run.GroupCount < 3;
        if (run.First > 0 && Literature.Contains(tokens[run.First - 1].Hash) || run.First > 1 && Literature.Contains(tokens[run.First - 2].Hash) && !tokens[run.First - 1].Is(WordClass.IdWord))
            return true;
        // A dose or measure follows: 5000 units, 120 mg.
        if (run.Last + 1 < tokens.Length && tokens[run.Last + 1].Is(WordClass.Unit) && tokens[run.Last + 1].Gap is Gap.None or Gap.Space && tokens[run.Last + 1].Length < 8 && run.Count < 9 && !(tokens[run.Last + 1].Length == 1 && tokens[run.Last + 1].Capital))
            return true;
        // 2005-2010, 400-899: ranges.
        if (run.Dots && !run.Plus && run.Number[0] != '0' && Decimals(run))
            return true;
        return run.Hyphens && run.GroupCount == 2 && run.Groups[0] <= run.Groups[1] && run.Groups[1] - run.Groups[0] <= 1 && run.Groups[1] <= 5 && run.Number[0] != '0'
            && int.Parse(run.Number[..run.Groups[0]]) < int.Parse(run.Number[run.Groups[0]..]) && !AnnouncesId(scan, run.First) && !AnnouncesPhone(scan, run.First);
    }

    // 71.1 50.9: dots within amounts, not between the groups of a phone.
    private static bool Decimals(in NumberRun run) => run.GroupCount == 2 || run.Spaces || run.Groups[run.GroupCount - 1] < 2;

    public static bool EndsLine(IdentifierScan scan, int last) => last + 1 >= scan.Tokens.Length || (scan.Tokens[last + 1].Gap & (Gap.Line | Gap.Comma | Gap.Stop)) != 0;
}
