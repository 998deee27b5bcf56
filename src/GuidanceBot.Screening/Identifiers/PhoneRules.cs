namespace GuidanceBot.Screening.Identifiers;

/// <summary>Which layouts are phone numbers.</summary>
internal static class PhoneRules
{
    /// <summary>How sure, 0 for not at all.</summary>
    /// <remarks>A bracket counts at the start only, (02) 9999, or as (0) after a country's code.</remarks>
    public static double Score(in NumberRun run, bool announced)
    {
        if (run.Slashes && !announced)
            return 0;
        var count = run.Count;
        if (run.Plus && count is >= 7 and <= 16)
            return 0.95;
        if (run.Extension && count >= 7)
            return 0.95;
        if (run.Shape == 0x334 || run.GroupCount == 4 && (run.Shape & 0xfff) == 0x334 && run.Groups[0] <= 3)
            return 0.9;
        if (announced && count is >= 7 and <= 15)
            return 0.9;
        if (run.Number[0] == '0' && count is >= 9 and <= 12 && !(run.Number[1] == '0' && run.GroupCount == 1) && (run.GroupCount > 1 || count is 10 or 11))
            return 0.85;
        if (run.Number.StartsWith("00") && count is >= 10 and <= 15 && run.GroupCount > 1)
            return 0.85;
        if (run.Bracket && run.GroupCount > 1 && count is >= 7 and <= 12)
            return 0.85;
        if (SingleDigits(run))
            return run.Number[0] == '0' && count is >= 9 and <= 12 ? 0.85 : 0;
        if (run.GroupCount >= 3 && count is >= 8 and <= 13 && Even(run, 2, 4))
            return 0.75;
        if (run.Shape == 0x34 || run.Shape == 0x26 || run.Shape == 0x44 && run.Spaces || run.Shape == 0x47 || run.Shape == 0x56 || run.Shape == 0x37)
            return 0.6;
        return 0;
    }

    private static bool SingleDigits(in NumberRun run) => run.GroupCount >= 6 && Even(run, 1, 2);

    private static bool Even(in NumberRun run, int least, int most)
    {
        foreach (var group in run.Groups[..run.GroupCount])
        {
            if (group < least || group > most)
                return false;
        }

        return true;
    }
}
