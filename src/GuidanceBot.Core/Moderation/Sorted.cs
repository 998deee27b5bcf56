using GuidanceBot.Communities;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>Whom each finding of a message concerns.</summary>
/// <param name="Distressed">Support for the writer, before and instead of anything else said to them.</param>
/// <param name="ForModerators">What opens a flag.</param>
/// <param name="ForAuthor">What goes to the author alone: speaking up is not misconduct.</param>
internal sealed record Sorted(bool Distressed, IReadOnlyList<Finding> ForModerators, IReadOnlyList<Finding> ForAuthor)
{
    public const string SpeakingUp = "speaking_up";

    public static Sorted Of(ScreenResult result, bool employerRun)
    {
        var risky = result.Findings.Where(f => f.Category is not FindingCategory.Distress).ToList();
        var threatens = risky.Exists(f => f.Category is FindingCategory.HarassmentOrThreat);
        var forAuthor = threatens ? [] : risky.Where(f => IsForAuthor(f, employerRun)).ToList();
        return new Sorted(result.Distressed, [.. risky.Except(forAuthor)], result.Distressed ? [] : forAuthor);
    }

    public static Sorted Of(ScreenResult result, CommunitySettings settings) => Of(result, settings.EmployerRun);

    private static bool IsForAuthor(Finding finding, bool employerRun) =>
        employerRun && (finding.Type == SpeakingUp || finding.Category is FindingCategory.DisparagingColleagueOrEmployer);
}
