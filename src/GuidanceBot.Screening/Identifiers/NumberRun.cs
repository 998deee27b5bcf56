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

    /// <summary>How many digits each group has, one hexadecimal digit a group: 0x334 for 555-555-0142.</summary>
    public readonly ulong Shape
    {
        get
        {
            var shape = 0UL;
            foreach (var group in Groups[..Math.Min(GroupCount, 16)])
                shape = (shape << 4) | (uint)Math.Min(group, 15);
            return shape;
        }
    }
}
