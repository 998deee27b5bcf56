using GuidanceBot.Screening;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace GuidanceBot.Training;

/// <summary>Trains one logistic regression per category on sparse features.</summary>
internal sealed class Trainer(float strength)
{
    private readonly MLContext ml = new(seed: 1);

    /// <summary>The weights of every feature that at least two examples have, category by category.</summary>
    public LinearModel[] Train(IReadOnlyList<Example> examples, IReadOnlyList<FindingCategory> categories)
    {
        // Which stretch of a long risky message is the risky one nobody has marked, so only short ones teach.
        var taught = examples.Where(e => e.Message.Labels.Count == 0 || e.Stretches.Count == 1).SelectMany(e => e.Stretches, (e, s) => new Taught(e.Message.Labels, s)).ToList();
        var columns = taught.SelectMany(e => e.Values.Keys).CountBy(k => k).Where(c => c.Value > 1).Select(c => c.Key).Order().Select((k, i) => (k, i)).ToDictionary(c => c.k, c => c.i);
        var vectors = taught.Select(e => Vector(e.Values, columns)).ToList();
        return [.. categories.Select(c => Train(taught, vectors, columns, c))];
    }

    private LinearModel Train(List<Taught> examples, List<VBuffer<float>> vectors, Dictionary<ulong, int> columns, FindingCategory category)
    {
        var with = examples.Count(e => e.Labels.Contains(category));
        if (with == 0)
            return new LinearModel(columns, new float[columns.Count], -9);

        // Each side weighs as much as the other, however many messages it has.
        var rows = examples.Select((e, i) => e.Labels.Contains(category)
            ? new Row(vectors[i], true, examples.Count / (2f * with))
            : new Row(vectors[i], false, examples.Count / (2f * (examples.Count - with))));
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, columns.Count);
        var trained = ml.BinaryClassification.Trainers.LbfgsLogisticRegression(new LbfgsLogisticRegressionBinaryTrainer.Options
        {
            LabelColumnName = nameof(Row.Label),
            FeatureColumnName = nameof(Row.Features),
            ExampleWeightColumnName = nameof(Row.Weight),
            L1Regularization = 0,
            L2Regularization = strength,
            NumberOfThreads = 1,
            MaximumNumberOfIterations = 200,
            OptimizationTolerance = 1e-5f,
        }).Fit(ml.Data.LoadFromEnumerable(rows, schema)).Model.SubModel;
        return new LinearModel(columns, [.. trained.Weights], trained.Bias);
    }

    private static VBuffer<float> Vector(IReadOnlyDictionary<ulong, float> values, Dictionary<ulong, int> columns)
    {
        var cells = values.Where(v => columns.ContainsKey(v.Key)).Select(v => (At: columns[v.Key], v.Value)).OrderBy(c => c.At).ToList();
        return new VBuffer<float>(columns.Count, cells.Count, [.. cells.Select(c => c.Value)], [.. cells.Select(c => c.At)]);
    }

    private sealed record Taught(IReadOnlySet<FindingCategory> Labels, IReadOnlyDictionary<ulong, float> Values);

    private sealed record Row(VBuffer<float> Features, bool Label, float Weight);
}

/// <summary>What was learnt for one category.</summary>
internal sealed record LinearModel(IReadOnlyDictionary<ulong, int> Columns, float[] Weights, float Bias)
{
    /// <summary>How far an example leans towards the category.</summary>
    public float Margin(Example example) => example.Stretches.Count == 0 ? Bias : example.Stretches.Max(Margin);

    private float Margin(IReadOnlyDictionary<ulong, float> values)
    {
        var sum = Bias;
        foreach (var (feature, value) in values)
        {
            if (Columns.TryGetValue(feature, out var column))
                sum += Weights[column] * value;
        }

        return sum;
    }
}
