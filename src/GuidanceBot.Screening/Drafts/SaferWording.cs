using System.Text;
using System.Text.RegularExpressions;

namespace GuidanceBot.Screening.Drafts;

/// <summary>Says the same with less of a person in it: "last Tuesday" becomes "recently", "87-year-old" becomes "older adult".</summary>
internal static partial class SaferWording
{
    /// <summary>What may stand in the place of an identifier of this kind.</summary>
    public static string For(IdentifierKind kind) => kind switch
    {
        IdentifierKind.Name => "someone",
        IdentifierKind.Date => "recently",
        IdentifierKind.AgeOver89 => "older adult",
        IdentifierKind.Address => "our service",
        _ => "[left out]",
    };

    /// <summary>The whole text in safer words; the same text when nothing could be changed.</summary>
    public static string Of(string text, ScreenResult result)
    {
        var changed = new StringBuilder(text.Length);
        var from = 0;
        foreach (var (span, words) in Changes(text, result))
        {
            if (span.Start < from)
                continue;
            changed.Append(text, from, span.Start - from).Append(words);
            from = span.End;
        }

        changed.Append(text, from, text.Length - from);
        return Tidy(changed.ToString());
    }

    private static IEnumerable<(TextSpan Span, string Words)> Changes(string text, ScreenResult result)
    {
        var changes = result.Identifiers.Select(i => (i.Span, Words: For(i.Kind))).ToList();
        foreach (Match age in Age().Matches(text))
            changes.Add((new TextSpan(age.Index, age.Index + age.Length), AgeWords(age)));
        foreach (Match day in Day().Matches(text))
            changes.Add((new TextSpan(day.Index, day.Index + day.Length), "recently"));
        foreach (var finding in result.Findings)
        {
            if (finding is { Rewrite: { } words, Span: { } span } && finding.Category is not FindingCategory.PatientIdentifier)
                changes.Add((span, words));
        }

        return changes.OrderBy(c => c.Span.Start).ThenByDescending(c => c.Span.Length);
    }

    private static string AgeWords(Match age) => int.Parse(age.Groups[1].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) switch
    {
        < 2 => "infant",
        < 13 => "child",
        < 18 => "teenager",
        < 65 => "adult",
        _ => "older adult",
    };

    // "on recently", "at our service our service": what replacing leaves behind.
    private static string Tidy(string text) =>
        Again().Replace(Doubled().Replace(Spaces().Replace(Preposition().Replace(text, "recently"), " "), "$1"), "$1");

    [GeneratedRegex(@"\b([0-9]{1,2})\s?-?\s?(?:(?:years?|yrs?|y)\s?[-/]?\s?)?(?:olds?|o)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Age();

    [GeneratedRegex(@"\b(?:on |last |this )?(?:last )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?(?: (?:night|morning|afternoon|evening))?\b|\b(?:last|this) (?:night|week|weekend|morning)\b|\byesterday\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Day();

    [GeneratedRegex(@"\b(?:on|at|in|since|from|by) recently\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Preposition();

    [GeneratedRegex(@"  +", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\b(recently|someone|our service)(?:[ ,]+(?:recently|someone|our service))+\b", RegexOptions.NonBacktracking)]
    private static partial Regex Doubled();

    [GeneratedRegex(@"(\[left out\])(?:[ ,]+\[left out\])+", RegexOptions.NonBacktracking)]
    private static partial Regex Again();
}
