using System.Text.Json;
using System.Text.Json.Serialization;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>What is kept of a finding: which rule, how grave, where. Never the words it stands on.</summary>
internal sealed record FlagFinding(
    FindingCategory Category, IdentifierKind? Kind, string? Type, Severity Severity, double Score, string Rule, string Reason, int? Takeaway, int? Start, int? End)
{
    // By name, so that people who look into the database can read it and a new category moves no old one.
    private static readonly JsonSerializerOptions Names = new()
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

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
        JsonSerializer.Serialize(findings.OrderByDescending(f => f.Severity).ThenByDescending(f => f.Score).Select(Of), Names);

    public static IReadOnlyList<FlagFinding> Read(string json) => JsonSerializer.Deserialize<List<FlagFinding>>(json, Names) ?? [];

    /// <summary>Whether anything is there that was not there before: a rule that speaks more often than it did.</summary>
    public static bool IsNew(IReadOnlyList<FlagFinding> now, IReadOnlyList<FlagFinding> before) =>
        now.GroupBy(f => (f.Rule, f.Kind)).Any(g => g.Count() > before.Count(b => (b.Rule, b.Kind) == g.Key));
}
