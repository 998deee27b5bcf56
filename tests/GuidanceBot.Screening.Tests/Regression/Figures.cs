using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace GuidanceBot.Screening.Regression;

/// <summary>Found and needless findings by set and category, as the committed table shows them.</summary>
internal sealed partial record Figures(SortedDictionary<string, Figures.Row> Rows)
{
    private const string Any = "any";

    public static Figures Measure(Screener screener, params IReadOnlyList<(string Set, List<RegressionSet.Message> Messages)> sets)
    {
        var rows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        foreach (var (set, messages) in sets)
        {
            foreach (var message in messages)
                Count(rows, set, message, [.. screener.Examine(message.Text).Findings.Select(f => f.Category.Name())]);
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
            # Figures on our own sets

            `own` was written by this project partly while its rules were written, so its figures say whether something broke. `unseen` was
            written by somebody who saw neither rules nor training, and nothing was made to fit it: it shows how screening does elsewhere,
            on messages meant to be hard. "Found": its category spoke; "needless": the category spoke where it should not; in the row
            `any`, whether anything spoke at all, and on how many clean messages.
            `REGRESSION_UPDATE=1 dotnet test tests/GuidanceBot.Screening.Tests` writes this table anew.

            | set and category | messages | found | needless |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var (name, row) in Rows)
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {row.Messages} | {row.Found} | {row.Needless} |\n");
        return text.ToString();
    }

    private static void Count(SortedDictionary<string, Row> rows, string set, RegressionSet.Message message, HashSet<string> spoke)
    {
        foreach (var category in spoke.Concat(message.Labels.Where(l => l != "clean")).ToHashSet())
        {
            var expected = message.Labels.Contains(category);
            Add(rows, $"{set} {category}", expected, spoke.Contains(category));
        }

        Add(rows, $"{set} {Any}", !message.Clean, spoke.Count > 0);
    }

    private static void Add(SortedDictionary<string, Row> rows, string name, bool expected, bool spoke)
    {
        var row = rows.GetValueOrDefault(name) ?? new Row(0, 0, 0);
        rows[name] = new Row(row.Messages + (expected ? 1 : 0), row.Found + (expected && spoke ? 1 : 0), row.Needless + (!expected && spoke ? 1 : 0));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (\w+ \w+) \| (\d+) \| (\d+) \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Line();

    internal sealed record Row(int Messages, int Found, int Needless);
}
