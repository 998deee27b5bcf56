namespace GuidanceBot.Screening.Model;

/// <summary>
/// Weighs the message as a whole, after the rules: hears what no rule has words for, and takes back what a rule heard where
/// everything else in the message speaks against it. Owners' own rules are never taken back.
/// </summary>
internal sealed class ModelFindings(Weights weights) : IFindingSource
{
    [ThreadStatic]
    private static Units? spare;

    public void Examine(in Screened message, List<Finding> into)
    {
        var units = spare ?? new Units();
        spare = null;
        units.Read(message.Text, message.Identifiers);
        if (units.Count > 0)
            Weigh(message, units.All, into);
        spare = units;
    }

    private void Weigh(in Screened message, ReadOnlySpan<Unit> units, List<Finding> into)
    {
        var margins = Margins.Of(units, weights);
        for (var i = 0; i < into.Count; i++)
        {
            if (!Repeats(into, i))
                margins.AddRule(into[i].Rule, weights);
        }

        for (var i = into.Count - 1; i >= 0; i--)
        {
            if (MayTakeBack(into[i]) && margins[(int)into[i].Category] < weights.Vetoes[(int)into[i].Category])
                into.RemoveAt(i);
        }

        var needed = Confidence.Needed(message.Options.Sensitivity);
        var neededForStories = message.Options.CasesChannel ? Math.Max(needed, Confidence.Needed(Sensitivity.Low)) : needed;
        for (var i = 0; i <= (int)FindingCategory.Distress; i++)
        {
            var above = margins[i] - weights.Thresholds[i];
            var category = (FindingCategory)i;
            if (above >= (category is FindingCategory.PatientStoryIdentifiable ? neededForStories : needed) && IsAsked(category, message.Options) && !Has(into, category))
                into.Add(ModelReasons.Say(category, Confidence.Of(above), Passage.Of(units, message.Text, weights, i)));
        }
    }

    private static bool IsAsked(FindingCategory category, ScreenOptions options) =>
        ModelReasons.Speaks(category) && !options.Off.Contains(category) && !options.Exceptions.Contains(ModelReasons.Rule(category));

    // A number or an address of a patient stays one, whatever the words around it; what looks like a name may be anybody's.
    private bool MayTakeBack(Finding finding) => (finding.Kind is null or IdentifierKind.Name) && weights.Knows(Features.Rule(finding.Rule));

    private static bool Repeats(List<Finding> findings, int index)
    {
        for (var i = 0; i < index; i++)
        {
            if (findings[i].Rule == findings[index].Rule)
                return true;
        }

        return false;
    }

    private static bool Has(List<Finding> findings, FindingCategory category)
    {
        foreach (var finding in findings)
        {
            if (finding.Category == category)
                return true;
        }

        return false;
    }
}
