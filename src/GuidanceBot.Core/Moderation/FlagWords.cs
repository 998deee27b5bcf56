using GuidanceBot.Chat;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>How flags are spoken of.</summary>
internal static class FlagWords
{
    public const string Report = "A member asked for a second look";

    public static string Label(FindingCategory category) => category.Label();

    /// <summary>What a flag is about, in a few words.</summary>
    public static string Label(Flag flag)
    {
        var findings = FlagFinding.Read(flag.Findings);
        if (findings.Count > 0)
            return Label(findings[0].Category);
        return CategoryNames.ParseCategory(flag.ReportedAs) is { } category ? $"{Report}: {LowerFirst(Label(category))}" : Report;
    }

    /// <summary>How many members asked, and what the first of them saw.</summary>
    public static string Reports(Flag flag) =>
        CategoryNames.ParseCategory(flag.ReportedAs) is { } category ? $"{flag.Reported}: {LowerFirst(Label(category))}" : $"{flag.Reported}";

    /// <summary>What one rule looks for, for people to read: several rules share a label, so their reason tells them apart.</summary>
    public static string Looked(FlagFinding finding) => $"{Label(finding.Category)} (“{finding.Reason.TrimEnd('.')}”)";

    public static string Severity(Severity severity) => severity switch
    {
        Screening.Severity.High => "High",
        Screening.Severity.Medium => "Medium",
        Screening.Severity.Low => "Low",
        _ => "Not rated",
    };

    /// <summary>A decision, as the heading of a closed card.</summary>
    public static string Decision(Flag flag) => flag.Verdict switch
    {
        Verdict.Fixed => flag.Reason == Mended.Deleted ? "Settled: the message was deleted" : "Settled: the message was changed",
        Verdict.Removed => "Decided: removed",
        Verdict.Allowed => "Decided: fine here",
        Verdict.FalsePositive => $"Decided: false positive{Because(flag)}",
        Verdict.Escalated => $"Decided: passed on{Because(flag)}",
        Verdict.NotReviewed => "Closed without a look",
        _ => "Open",
    };

    public static string Trouble(Outcome outcome) => outcome switch
    {
        Outcome.NotPermitted => "Removing did not work: I lack the right here. It can be removed by hand.",
        Outcome.Unsupported => "Removing did not work: this platform does not let me. It can be removed by hand.",
        _ => "Removing did not work: the platform did not answer. Please try again, or remove it by hand.",
    };

    public static string Note(NoteState note) => note switch
    {
        NoteState.Sending => "The author is being asked.",
        NoteState.Sent => "The author has been asked.",
        NoteState.Unreachable => "The author could not be reached.",
        NoteState.Failed => "The note could not be sent. Please try again.",
        NoteState.Answered => "The author has answered.",
        _ => "",
    };

    public static string LowerFirst(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    private static string Because(Flag flag) => flag.Reason is { Length: > 0 } code && DecisionReasons.Find(code) is { } reason ? $" ({LowerFirst(reason.Label)})" : "";
}

/// <summary>How a message was mended, as the code that is kept.</summary>
internal static class Mended
{
    public const string Edited = "edited";
    public const string Deleted = "deleted";
}

/// <summary>A reason for a decision, given by one tap.</summary>
internal sealed record DecisionReason(string Code, Verdict Verdict, string Label);

/// <summary>Every reason there is.</summary>
internal static class DecisionReasons
{
    public static IReadOnlyList<DecisionReason> All { get; } =
    [
        new("fine", Verdict.Allowed, "Fine here"),
        new("made-up", Verdict.FalsePositive, "Made up, or for teaching"),
        new("public", Verdict.FalsePositive, "Already public"),
        new("nobody", Verdict.FalsePositive, "Not about a patient"),
        new("misread", Verdict.FalsePositive, "The words mean something else"),
        new("admin", Verdict.Escalated, "To an admin"),
        new("privacy-lead", Verdict.Escalated, "To the privacy lead"),
        new("elsewhere", Verdict.Escalated, "To somebody else"),
    ];

    public static DecisionReason? Find(string code) => All.FirstOrDefault(r => r.Code == code);
}
