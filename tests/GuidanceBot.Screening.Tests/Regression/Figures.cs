using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GuidanceBot.Screening.Regression;

/// <summary>Found and needless findings by category, as the committed table shows them.</summary>
internal sealed partial record Figures(SortedDictionary<string, Figures.Row> Rows)
{
    public static Figures Measure(Screener screener, IReadOnlyList<RegressionSet.Message> messages)
    {
        var rows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            var spoke = screener.Examine(message.Text).Findings.Select(f => f.Category.Name()).ToHashSet();
            var row = rows.GetValueOrDefault(message.Label) ?? new Row(0, 0, 0);
            var right = message.Label == "clean" ? spoke.Count == 0 : spoke.Contains(message.Label);
            rows[message.Label] = row with { Messages = row.Messages + 1, Right = row.Right + (right ? 1 : 0), Noticed = row.Noticed + (spoke.Count > 0 ? 1 : 0) };
        }

        return new(rows);
    }

    public static Figures Read(string markdown)
    {
        var rows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        foreach (Match line in Line().Matches(markdown))
            rows[line.Groups[1].Value] = new Row(Number(line.Groups[2]), Number(line.Groups[3]), Number(line.Groups[4]));
        return new(rows);
    }

    public string ToMarkdown()
    {
        var text = new StringBuilder("""
            # Figures on our own regression set

            The messages were written by this project for this project, partly while its rules were written, so the figures say whether
            something broke, not how well the rules do elsewhere. "Right" is: its category spoke (clean: nothing spoke); "noticed": anything spoke.
            `REGRESSION_UPDATE=1 dotnet test tests/GuidanceBot.Screening.Tests` writes this table anew.

            | category | messages | right | noticed |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (category, row) in Rows)
            text.Append(CultureInfo.InvariantCulture, $"| {category} | {row.Messages} | {row.Right} | {row.Noticed} |\n");
        return text.ToString();
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (\w+) \| (\d+) \| (\d+) \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Line();

    internal sealed record Row(int Messages, int Right, int Noticed);
}
