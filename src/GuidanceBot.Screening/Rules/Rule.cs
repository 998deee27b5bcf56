namespace GuidanceBot.Screening.Rules;

/// <summary>One rule of a pack: what it looks for, when it holds its tongue, and what it says.</summary>
internal sealed record Rule
{
    public required string Id { get; init; }

    public required FindingCategory Category { get; init; }

    public string? Type { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>How sure it is, 0 to 1; for signals, how sure when they just suffice.</summary>
    public required double Score { get; init; }

    public required string Reason { get; init; }

    public required IReadOnlyList<int> Takeaways { get; init; }

    public string? Rewrite { get; init; }

    /// <summary>Groups of phrases any of which makes it speak.</summary>
    public int[] Says { get; init; } = [];

    public WordPattern[] Patterns { get; init; } = [];

    /// <summary>Weighted groups whose sum must reach <see cref="Needs"/>.</summary>
    public Signal[] Signals { get; init; } = [];

    public double Needs { get; init; }

    /// <summary>Each of these must be met.</summary>
    public Condition[] Requires { get; init; } = [];

    /// <summary>None of these may be met.</summary>
    public Condition[] Unless { get; init; } = [];

    /// <summary>Whether words inside quotation marks or a quoted reply count.</summary>
    public bool Quoted { get; init; }

    /// <summary>Whether the rule rests in a channel for cases, where clinical stories are expected.</summary>
    public bool SkipCases { get; init; }
}

/// <summary>A weighted part of a rule by combination, such as an age or a place in a story.</summary>
internal sealed record Signal(string Name, double Weight, int[] Groups);

/// <summary>Any of the groups, within some words of the find; anywhere in the message when <paramref name="Words"/> is 0.</summary>
internal sealed record Condition(int Words, int[] Groups);
