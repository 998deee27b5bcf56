using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>The few masked words a flag may keep while it is open: at most 40 characters on either side of the weightiest finding.</summary>
internal static class Excerpt
{
    private const int Beside = 40;
    private const int LongestFinding = 60;

    /// <summary>Null where masking cannot protect: a story, a picture, distress, or a finding that stands nowhere in particular.</summary>
    public static string? Of(string text, ScreenResult result, Finding? weightiest)
    {
        if (weightiest?.Span is not { } span || result.Findings.Any(f => IsBeyondMasking(f.Category)))
            return null;

        var end = Math.Min(span.End, span.Start + LongestFinding);
        var (from, to) = (Math.Max(0, span.Start - Beside), Math.Min(text.Length, end + Beside));
        var words = CarefulMask.Of(text, result.Identifiers, from, to);
        return words.Length == 0 ? null : $"{(from > 0 ? "… " : "")}{words}{(to < text.Length ? " …" : "")}";
    }

    private static bool IsBeyondMasking(FindingCategory category) =>
        category is FindingCategory.PatientStoryIdentifiable or FindingCategory.PatientImageOrFile or FindingCategory.Distress;
}
