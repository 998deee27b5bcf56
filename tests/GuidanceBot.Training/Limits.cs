using GuidanceBot.Screening;
using GuidanceBot.Screening.Model;

namespace GuidanceBot.Training;

/// <summary>From where the model speaks and where it contradicts a rule.</summary>
/// <param name="Thresholds">By category: the sum from which it finds.</param>
/// <param name="Vetoes">By category: the sum below which a rule's finding is taken back.</param>
/// <param name="Speaking">The categories in which it finds anything of its own.</param>
internal sealed record Limits(float[] Thresholds, float[] Vetoes, IReadOnlyList<FindingCategory> Speaking)
{
    // A needless flag on ordinary text is worse than one on a message that was written to be mistaken.
    private const int OrdinaryWeighs = 4;

    private const double DearlyLost = 0.01;

    // Support offered for nothing costs a moment; support not offered may cost more.
    private const int DistressWeighs = 2;

    /// <summary>
    /// The limits that find the most while at most <paramref name="needless"/> of the clean messages are flagged for nothing by the
    /// model, and that take back <paramref name="lost"/> of the rules' right findings at most.
    /// </summary>
    public static Limits Choose(IReadOnlyList<Judged> judged, double needless, double lost)
    {
        List<FindingCategory> speaking = [.. Enum.GetValues<FindingCategory>().Where(ModelReasons.Speaks)];
        var thresholds = new float[Weights.Lanes];
        Array.Fill(thresholds, float.MaxValue);

        // Each step lowers one category's threshold; those that gain most for a needless flag come first.
        var budget = needless * judged.Count(j => j.Clean);
        foreach (var step in speaking.SelectMany(c => Step.Of(judged, c)).OrderByDescending(s => s.Gain))
        {
            budget -= step.Needless;
            if (budget < 0)
                break;
            thresholds[(int)step.Category] = Math.Min(thresholds[(int)step.Category], step.Threshold);
        }

        var vetoes = new float[Weights.Lanes];
        foreach (var category in Enum.GetValues<FindingCategory>())
        {
            var right = judged.Where(j => j.Example.Message.Labels.Contains(category) && j.Example.Rules.Any(r => r.Category == category));
            vetoes[(int)category] = Math.Min(thresholds[(int)category], At([.. right.Select(j => j.Margins[(int)category])], IsDear(category) ? DearlyLost : lost));
        }

        return new Limits(thresholds, vetoes, speaking);
    }

    // A patient's name and an attack are missed at a higher price than they are flagged for nothing.
    private static bool IsDear(FindingCategory category) => category is FindingCategory.PatientIdentifier or FindingCategory.HarassmentOrThreat or FindingCategory.Distress;

    private static float At(List<float> values, double quantile)
    {
        if (values.Count == 0)
            return -99;
        values.Sort();
        return values[(int)Math.Min(values.Count - 1, quantile * values.Count)];
    }

    /// <summary>One step down for a category's threshold, along the hull of what it finds against what it flags for nothing.</summary>
    private sealed record Step(FindingCategory Category, float Threshold, int Found, int Needless)
    {
        public double Gain => (double)Found / Math.Max(1, Needless);

        public static List<Step> Of(IReadOnlyList<Judged> judged, FindingCategory category)
        {
            var c = (int)category;
            var steps = new List<Step>();
            int found = 0, needless = 0;
            foreach (var j in judged.Where(j => j.Clean || j.Example.Message.Labels.Contains(category)).OrderByDescending(j => j.Margins[c]))
            {
                found += j.Clean ? 0 : category is FindingCategory.Distress ? DistressWeighs : 1;
                needless += !j.Clean ? 0 : j.Example.Message.Ordinary ? OrdinaryWeighs : 1;
                if (needless == 0 || j.Clean)
                    continue;
                var step = new Step(category, j.Margins[c], found, needless);
                (found, needless) = (0, 0);
                while (steps.Count > 0 && steps[^1].Gain <= step.Gain)
                {
                    step = step with { Found = step.Found + steps[^1].Found, Needless = step.Needless + steps[^1].Needless };
                    steps.RemoveAt(steps.Count - 1);
                }

                steps.Add(step);
            }

            return steps;
        }
    }
}
