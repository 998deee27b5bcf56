using System.Text.Json;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>What is kept of a finding: which rule, how grave, where. Never the words it stands on.</summary>
internal sealed record FlagFinding(
    FindingCategory Category, IdentifierKind? Kind, string? Type, Severity Severity, double Score, string Rule, string Reason, int? Takeaway, int? Start, int? End)
{
    public static FlagFinding Of(Finding finding) => new(
        finding.Category,
        finding.Kind,
        finding.Type,
        finding.Severity,
        Math.Round(finding.Score, 3),
        finding.Rule,
        finding.Reason,
        finding.Takeaways.Count > 0 ? finding.Takeaways[0] : null,
        finding.Span?.Start,
        finding.Span?.End);

    /// <summary>The weightiest first.</summary>
    public static string Write(IEnumerable<Finding> findings) =>
        JsonSerializer.Serialize(findings.OrderByDescending(f => f.Severity).ThenByDescending(f => f.Score).Select(Of));

    public static IReadOnlyList<FlagFinding> Read(string json) => JsonSerializer.Deserialize<List<FlagFinding>>(json) ?? [];

    /// <summary>Whether anything is there that was not there before: a rule that speaks more often than it did.</summary>
    public static bool IsNew(IReadOnlyList<FlagFinding> now, IReadOnlyList<FlagFinding> before) =>
        now.GroupBy(f => (f.Rule, f.Kind)).Any(g => g.Count() > before.Count(b => (b.Rule, b.Kind) == g.Key));
}
