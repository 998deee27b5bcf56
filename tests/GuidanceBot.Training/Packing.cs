using GuidanceBot.Screening.Model;

namespace GuidanceBot.Training;

/// <summary>Turns what was learnt into the file that screening reads: small integers, themes given to their words.</summary>
internal static class Packing
{
    private const int Most = 127;

    // A feature that weighs less everywhere changes no decision.
    private const int Least = 2;

    public static byte[] Pack(LinearModel?[] models, Themes themes, float[] thresholds, float[] vetoes)
    {
        var full = new Dictionary<ulong, float[]>();
        for (var lane = 0; lane < models.Length; lane++)
        {
            if (models[lane] is { } model)
                Spread(model, lane, themes, full);
        }

        var scales = new float[Weights.Lanes];
        for (var lane = 0; lane < Weights.Lanes; lane++)
            scales[lane] = full.Values.Max(w => Math.Abs(w[lane])) / Most;
        var rows = new Dictionary<ulong, sbyte[]>();
        foreach (var (feature, weights) in full)
        {
            var row = weights.Select((w, lane) => scales[lane] == 0 ? (sbyte)0 : (sbyte)Math.Round(w / scales[lane])).ToArray();
            if (row.Any(v => Math.Abs(v) >= Least))
                rows[feature] = row;
        }

        var biases = new float[Weights.Lanes];
        for (var lane = 0; lane < models.Length; lane++)
            biases[lane] = models[lane]?.Bias ?? 0;
        return Weights.Write(rows, scales, biases, thresholds, vetoes);
    }

    private static void Spread(LinearModel model, int lane, Themes themes, Dictionary<ulong, float[]> full)
    {
        var isTheme = themes.ByFeature.Values.SelectMany(t => t).ToHashSet();
        foreach (var (feature, column) in model.Columns)
        {
            if (!isTheme.Contains(feature))
                Row(full, feature)[lane] += model.Weights[column];
        }

        foreach (var (feature, of) in themes.ByFeature)
        {
            foreach (var theme in of)
            {
                if (model.Columns.TryGetValue(theme, out var column))
                    Row(full, feature)[lane] += model.Weights[column];
            }
        }
    }

    private static float[] Row(Dictionary<ulong, float[]> full, ulong feature)
    {
        if (!full.TryGetValue(feature, out var row))
            full.Add(feature, row = new float[Weights.Lanes]);
        return row;
    }
}
