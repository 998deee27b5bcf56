using System.Text;
using GuidanceBot.Screening;

namespace GuidanceBot.CommandLine;

/// <summary>What <c>guidancebot check</c> prints: the draft with marks under what was found, why, and a safer wording where one can be made.</summary>
internal static class CheckText
{
    private const string NothingRecognised = "I recognised nothing. I can't tell whether a colleague, a relative or the patient would know who this is. Your call.";

    // Names no line: which one is right depends on where the reader is.
    private const string Support = "What you wrote sounds heavy. If I misread it, ignore this. In danger now, or taken something? Call your local emergency number. guidancebot told nobody, and nobody watches it.";

    public static string Of(string draft, ScreenResult result, string? reworded)
    {
        if (result.Distressed)
            return Support + Environment.NewLine;
        if (result.Findings.Count == 0)
            return NothingRecognised + Environment.NewLine;

        var text = new StringBuilder();
        AppendMarked(text, draft, result);
        text.AppendLine();
        foreach (var finding in result.Findings.DistinctBy(f => (f.Category, f.Reason)))
        {
            var takeaways = finding.Takeaways.Count == 0 ? "" : $" (takeaway {string.Join(", ", finding.Takeaways)})";
            text.AppendLine($"- {finding.Category.Label()}: {finding.Reason}{takeaways}");
        }

        if (reworded is not null)
            text.AppendLine().AppendLine("A safer wording; check it still says what you mean:").AppendLine(reworded);
        return text.ToString();
    }

    private static void AppendMarked(StringBuilder text, string draft, ScreenResult result)
    {
        var from = 0;
        foreach (var span in result.Findings.Select(f => f.Span).OfType<TextSpan>().OrderBy(s => s.Start))
        {
            if (span.Start < from)
                continue;
            text.Append(draft, from, span.Start - from).Append("»").Append(draft, span.Start, span.Length).Append('«');
            from = span.End;
        }

        text.Append(draft, from, draft.Length - from).AppendLine();
    }
}
