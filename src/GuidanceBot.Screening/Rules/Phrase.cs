namespace GuidanceBot.Screening.Rules;

/// <summary>What a step of a phrase does.</summary>
internal enum StepKind : byte
{
    /// <summary>Takes one member of a word set.</summary>
    Take,

    /// <summary>Takes one member of a word set or nothing.</summary>
    TakeOrNot,

    /// <summary>Skips some words of the same sentence.</summary>
    Skip,

    /// <summary>Skips some words, across sentences too.</summary>
    SkipAcross,

    /// <summary>Stands where a sentence begins.</summary>
    AtStart,

    /// <summary>Stands where a sentence ends.</summary>
    AtEnd,
}

/// <summary>One step: <paramref name="Value"/> is the set for taking, the number of words for skipping.</summary>
internal readonly record struct Step(StepKind Kind, int Value);

/// <summary>
/// A compiled phrase. It is looked for only around its anchor: the step whose words are rarest, which stands
/// <paramref name="MinBefore"/> to <paramref name="MaxBefore"/> words after the phrase's beginning; and only
/// where the sets <paramref name="AlsoFirst"/> and <paramref name="AlsoSecond"/> are in the message too.
/// </summary>
internal sealed record Phrase(int Group, Step[] Steps, int Anchor, int MinBefore, int MaxBefore, int AlsoFirst, int AlsoSecond)
{
    /// <summary>The most words a phrase may span: what fits one machine word, with room for the anchor.</summary>
    public const int MaxSpan = 60;

    /// <summary>The set of which a word stands right before the anchor, in the same sentence; -1 where that cannot be said so simply.</summary>
    public int RightBefore { get; init; } = -1;

    /// <summary>The same right after the anchor.</summary>
    public int RightAfter { get; init; } = -1;

    /// <summary>Whether it is one word, so that its waking says all.</summary>
    public bool IsOneWord => Steps is [{ Kind: StepKind.Take }];
}
