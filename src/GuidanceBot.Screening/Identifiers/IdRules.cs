using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Which numbers identify a person: by an announcing word, by a layout or check digit that little else has, or by sheer length.</summary>
internal static class IdRules
{
    /// <summary>After a word such as MRN or NHS.</summary>
    public static string? WithContext(in NumberRun run) => run.Count < 4 || run.Count == 4 && run.Number[0] is '1' or '2' && run.Number[1] is '9' or '0' ? null : Named(run) ?? "number";

    /// <summary>Layouts that need no announcement.</summary>
    public static string? BySure(in NumberRun run)
    {
        if (run.Hyphens && (run.Shape == 0x324 || run.Shape == 0x323))
            return "ssn";
        if (run.Count is >= 13 and <= 19 && run.Number[0] is >= '2' and <= '6' && (run.GroupCount == 1 || run.Shape == 0x4444 || run.Shape == 0x465) && CheckDigits.Luhn(run.Number))
            return "card";
        if (CheckDigits.Ihi(run.Number))
            return "ihi";
        if (run.Shape == 0x4444 || run.Shape == 0x465 || run.Shape == 0x444)
            return "card";
        if (!run.Hyphens && !run.Dots && !run.Bracket && !run.Plus && run.Shape == 0x334 && run.Number[0] is not '0' and not '1' && CheckDigits.Nhs(run.Number))
            return "nhs_number";
        if (run.Shape == 0x451 || run.Shape == 0x64 && CheckDigits.Chi(run.Number))
            return Named(run);
        if (run.Shape == 0x433 && CheckDigits.Luhn(run.Number) || run.Shape == 0x433 && CheckDigits.BritishColumbia(run.Number))
            return "health_card";
        return null;
    }

    /// <summary>Long numbers that nothing explains.</summary>
    public static string? Bare(IdentifierScan scan, in NumberRun run)
    {
        if (run.Dots || run.Slashes || run.Bracket)
            return null;
        if (run.GroupCount == 1)
        {
            var chars = scan.Text.Chars;
            var marked = run.Start > 0 && chars[run.Start - 1] is '#' or '*' && (run.Start == 1 || !char.IsLetterOrDigit(chars[run.Start - 2]));
            return run.Count >= 7 || (marked && run.Count >= 4 && !scan.Tokens[run.First].Has(TokenFlags.Mention)) ? "number" : null;
        }

        // 123456-789, 987654-321
        return run.Hyphens && !run.Spaces && run.Count >= 8 && run.GroupCount is 2 or 3 ? "number" : null;
    }

    private static string? Named(in NumberRun run)
    {
        var number = run.Number;
        if (run.Count == 10)
        {
            if (run.Shape == 0x433 || run.Shape == 0xa && CheckDigits.Luhn(number) && !CheckDigits.Nhs(number))
                return "health_card";
            if (run.Shape == 0x64 && CheckDigits.Chi(number))
                return "chi";
            if (run.Shape == 0x451 || CheckDigits.Medicare(number))
                return "medicare";
            return CheckDigits.Nhs(number) ? "nhs_number" : null;
        }

        return run.Count == 9 ? "ssn" : null;
    }
}
