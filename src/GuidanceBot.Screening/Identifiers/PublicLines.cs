namespace GuidanceBot.Screening.Identifiers;

/// <summary>Numbers that belong to the public: emergency and support lines, free-phone and shared-cost ranges.</summary>
internal static class PublicLines
{
    public static bool Has(in NumberRun run)
    {
        var number = run.Number;
        if (number is "116123" or "131114" or "131126" or "85258" or "741741" or "686868")
            return true;
        if (run.Plus && number is ['1', '8', ..] && number.Length == 11)
            number = number[1..];
        else if (number.Length == 11 && number[0] == '1')
            number = number[1..];
        if (number.Length == 10 && number[0] == '8' && number[1] is '0' or '8' or '7' or '6' or '5' or '4' or '3' && number[2] == (number[1] == '0' ? '0' : number[1]))
            return true; // 800, 888, 877, 866 ...
        if (number.Length == 10 && (number.StartsWith("1300") || number.StartsWith("1800")))
            return true;
        return number.Length is 10 or 11 && (number.StartsWith("0800") || number.StartsWith("0808") || number.StartsWith("0300") || number.StartsWith("0330") || number.StartsWith("0345") || number.StartsWith("0844")) && run.GroupCount > 1;
    }
}
