namespace GuidanceBot.Screening;

/// <summary>A judgement that a message is risky: what moderators may hear of. Precision first.</summary>
/// <param name="Category">Which of the thirteen kinds of risk.</param>
/// <param name="Kind">For <see cref="FindingCategory.PatientIdentifier"/>: the kind of the identifier it rests on.</param>
/// <param name="Type">A finer name where one helps, such as <c>speaking_up</c>; null otherwise.</param>
/// <param name="Severity">How much harm it could do.</param>
/// <param name="Score">How sure the rule is, 0 to 1.</param>
/// <param name="Span">Where in the original text, in UTF-16 units; null when the whole message or a file is meant.</param>
/// <param name="Rule">The id of the rule that spoke, stable across versions.</param>
/// <param name="Reason">Why, in one plain sentence for the author and the moderators; never quotes the message.</param>
/// <param name="Takeaways">Takeaways that help here, 1 to 12, the most helpful first; empty for distress.</param>
/// <param name="Rewrite">A safer wording for the span, already screened; null where none can be made.</param>
public sealed record Finding(
    FindingCategory Category,
    IdentifierKind? Kind,
    string? Type,
    Severity Severity,
    double Score,
    TextSpan? Span,
    string Rule,
    string Reason,
    IReadOnlyList<int> Takeaways,
    string? Rewrite = null);
