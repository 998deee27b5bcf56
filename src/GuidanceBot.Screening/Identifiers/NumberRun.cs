namespace GuidanceBot.Screening.Identifiers;

/// <summary>Groups of digits that belong together, as in 07700 900 318, with what their layout tells.</summary>
internal ref struct NumberRun
{
    public const int MostDigits = 34;

    /// <summary>First and last token.</summary>
    public int First, Last;

    /// <summary>Where it stands in the fold; brackets and plus signs included.</summary>
    public int Start, End;

    /// <summary>The digits, letters that stand for digits read as such.</summary>
    public Span<char> Digits;

    /// <summary>How many digits each group has.</summary>
    public Span<int> Groups;

    public int Count, GroupCount;
    public bool Plus, Bracket, Hyphens, Spaces, Dots, Slashes, Extension, Words;

    public readonly ReadOnlySpan<char> Number => Digits[..Count];

    /// <summary>Whether the groups have these lengths.</summary>
    public readonly bool Layout(params ReadOnlySpan<int> lengths) => Groups[..GroupCount].SequenceEqual(lengths);

    /// <summary>Whether the groups from the second on have these lengths.</summary>
    public readonly bool Tail(params ReadOnlySpan<int> lengths) => GroupCount == lengths.Length + 1 && Groups[1..GroupCount].SequenceEqual(lengths);
}
