using GuidanceBot.Screening;

namespace GuidanceBot.Training;

/// <summary>An example with what a model that never saw its writer says of it, category by category.</summary>
internal sealed record Judged(Example Example, float[] Margins)
{
    /// <summary>Whether nobody should be told of it.</summary>
    public bool Clean => Example.Message.Clean;

    /// <summary>The categories that are found with these limits.</summary>
    public IEnumerable<FindingCategory> Found(Limits limits) =>
        Example.Rules.Where(r => r.Rule.StartsWith("patient.", StringComparison.Ordinal) && r.Rule != "patient.name" || Margins[(int)r.Category] >= limits.Vetoes[(int)r.Category]).Select(r => r.Category)
            .Concat(limits.Speaking.Where(c => Margins[(int)c] >= limits.Thresholds[(int)c])).Distinct();

    /// <summary>Judges every message by a model trained on the other folds.</summary>
    public static List<Judged> Cross(IReadOnlyList<Example> examples, Trainer trainer, IReadOnlyList<FindingCategory> categories) =>
        [.. examples.GroupBy(e => e.Message.Fold).SelectMany(fold =>
        {
            var models = trainer.Train([.. examples.Where(e => e.Message.Fold != fold.Key)], categories);
            return By(models, fold);
        })];

    /// <summary>Judges messages that the models have not seen.</summary>
    public static IEnumerable<Judged> By(LinearModel[] models, IEnumerable<Example> examples) =>
        examples.Select(e => new Judged(e, [.. models.Select(m => m.Margin(e))]));
}
