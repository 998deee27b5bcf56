namespace GuidanceBot.Screening.Identifiers;

/// <summary>Check digits of identifying numbers. A pass supports a finding, a failure clears nothing: people mistype.</summary>
internal static class CheckDigits
{
    /// <summary>NHS number: ten digits, weights 10 to 2, modulo 11.</summary>
    public static bool Nhs(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 10)
            return false;
        var sum = 0;
        for (var i = 0; i < 9; i++)
            sum += (digits[i] - '0') * (10 - i);
        var check = 11 - sum % 11;
        return check != 10 && (check == 11 ? 0 : check) == digits[9] - '0';
    }

    /// <summary>Luhn: cards, Ontario health numbers, Australian IHI.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var d = digits[^(i + 1)] - '0';
            sum += i % 2 == 0 ? d : d > 4 ? d * 2 - 9 : d * 2;
        }

        return digits.Length > 1 && sum % 10 == 0;
    }

    /// <summary>British Columbia personal health number: ten digits from 9, weights over the second to ninth, modulo 11.</summary>
    public static bool BritishColumbia(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 10 || digits[0] != '9')
            return false;
        ReadOnlySpan<int> weights = [2, 4, 8, 5, 10, 9, 7, 3];
        var sum = 0;
        for (var i = 0; i < 8; i++)
            sum += weights[i] * (digits[i + 1] - '0') % 11;
        return (11 - sum % 11) % 11 == digits[9] - '0';
    }

    /// <summary>Australian Medicare number: eight digits from 2 to 6, check digit, issue number, perhaps a person's own.</summary>
    public static bool Medicare(ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (10 or 11) || digits[0] is < '2' or > '6')
            return false;
        ReadOnlySpan<int> weights = [1, 3, 7, 9, 1, 3, 7, 9];
        var sum = 0;
        for (var i = 0; i < 8; i++)
            sum += weights[i] * (digits[i] - '0');
        return sum % 10 == digits[8] - '0';
    }

    /// <summary>Scottish CHI: a day of birth, then four digits.</summary>
    public static bool Chi(ReadOnlySpan<char> digits) =>
        digits.Length == 10 && int.Parse(digits[..2]) is >= 1 and <= 31 && int.Parse(digits[2..4]) is >= 1 and <= 12;

    /// <summary>Individual healthcare identifier of Australia: 16 digits from 800360.</summary>
    public static bool Ihi(ReadOnlySpan<char> digits) => digits.Length == 16 && digits.StartsWith("80036");
}
