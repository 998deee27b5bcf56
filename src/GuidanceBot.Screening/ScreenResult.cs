namespace GuidanceBot.Screening;

/// <summary>What a screen saw in one message.</summary>
/// <param name="Findings">Judgements that passed the sensitivity's threshold, in the order of the text.</param>
/// <param name="Identifiers">Everything that masking should hide, in the order of the text, not overlapping.</param>
public sealed record ScreenResult(IReadOnlyList<Finding> Findings, IReadOnlyList<Identifier> Identifiers)
{
    /// <summary>Nothing recognised. Shared, so that a clean message costs no allocation.</summary>
    public static ScreenResult Nothing { get; } = new([], []);

    /// <summary>Whether a human may need to see it: any finding but distress.</summary>
    public bool Flagged => Findings.Any(f => f.Category is not FindingCategory.Distress);

    /// <summary>Whether the writer may be in distress.</summary>
    public bool Distressed => Findings.Any(f => f.Category is FindingCategory.Distress);

    /// <summary>The greatest severity of all findings.</summary>
    public Severity Severity => Findings.Count == 0 ? Severity.None : Findings.Max(f => f.Severity);
}
