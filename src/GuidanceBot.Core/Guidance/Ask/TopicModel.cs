using System.Numerics;
using System.Runtime.CompilerServices;

namespace GuidanceBot.Guidance;

/// <summary>
/// A linear classifier (multinomial logistic regression) that learns at start from the example questions: a fraction
/// of a second for thousands of them, the same weights every time, and nothing to ship beside the packs.
/// </summary>
internal sealed class TopicModel
{
    /// <summary>Always present, so that a question of unknown words goes where most such questions go.</summary>
    private const int Bias = 0;

    /// <summary>Topics side by side, as many as fill whole vectors of any processor.</summary>
    private const int Lanes = 16;

    private const int Rounds = 12;
    private const float Pace = 0.5f;

    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly float[] rarity;
    private readonly float[] weights;
    private readonly int topics;

    /// <summary>Learns which topic each of the questions has; topics are counted from 0.</summary>
    public TopicModel(IReadOnlyList<Dictionary<string, double>> questions, IReadOnlyList<int> topicOf, int topics)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(topics, Lanes);
        this.topics = topics;
        var seenIn = new List<int> { questions.Count };
        foreach (var feature in questions.SelectMany(q => q.Keys))
        {
            if (columns.TryAdd(feature, seenIn.Count))
                seenIn.Add(0);
            seenIn[columns[feature]]++;
        }

        rarity = [.. seenIn.Select(n => MathF.Log(1 + (questions.Count / (float)n)))];
        weights = new float[seenIn.Count * Lanes];
        Learn([.. questions.Select(Row)], topicOf);
    }

    /// <summary>How likely each topic is; they sum to 1.</summary>
    public float[] Guess(Dictionary<string, double> question)
    {
        var guess = new float[Lanes];
        Guess(Row(question), guess);
        return guess[..topics];
    }

    /// <summary>AdaGrad over single questions, in an order that is shuffled with a fixed seed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Learn((int Column, float Value)[][] rows, IReadOnlyList<int> topicOf)
    {
        var squares = new float[weights.Length];
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(12);
        var error = new float[Lanes];
        // A topic with many examples shall not drown one with few.
        var balance = Enumerable.Range(0, topics)
            .Select(t => MathF.Sqrt(rows.Length / (float)topics / Math.Max(1, topicOf.Count(x => x == t))))
            .ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                Guess(rows[index], error);
                error[topicOf[index]] -= 1;
                for (var lane = 0; lane < Lanes; lane++)
                    error[lane] *= balance[topicOf[index]];

                foreach (var (column, value) in rows[index])
                    Step(weights.AsSpan(column * Lanes, Lanes), squares.AsSpan(column * Lanes, Lanes), error, value);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Step(Span<float> weight, Span<float> square, ReadOnlySpan<float> error, float value)
    {
        for (var lane = 0; lane < Lanes; lane += Vector<float>.Count)
        {
            var slope = new Vector<float>(error[lane..]) * value;
            var sum = new Vector<float>(square[lane..]) + (slope * slope);
            sum.CopyTo(square[lane..]);
            var step = slope / Vector.SquareRoot(sum + new Vector<float>(1e-8f));
            (new Vector<float>(weight[lane..]) - (step * Pace)).CopyTo(weight[lane..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Guess((int Column, float Value)[] row, float[] guess)
    {
        Array.Clear(guess);
        foreach (var (column, value) in row)
        {
            var weight = weights.AsSpan(column * Lanes, Lanes);
            for (var lane = 0; lane < Lanes; lane += Vector<float>.Count)
                (new Vector<float>(guess, lane) + (new Vector<float>(weight[lane..]) * value)).CopyTo(guess, lane);
        }

        var real = guess.AsSpan(0, topics);
        var greatest = float.NegativeInfinity;
        foreach (var score in real)
            greatest = Math.Max(greatest, score);

        var sum = 0f;
        for (var topic = 0; topic < real.Length; topic++)
            sum += real[topic] = MathF.Exp(real[topic] - greatest);
        for (var topic = 0; topic < real.Length; topic++)
            real[topic] /= sum;
        guess.AsSpan(topics).Clear();
    }

    /// <summary>Known features only, rare ones heavier, scaled so that long questions weigh no more than short ones.</summary>
    private (int Column, float Value)[] Row(Dictionary<string, double> question)
    {
        var row = new List<(int Column, float Value)>(question.Count + 1);
        var squares = 0f;
        foreach (var (feature, weight) in question)
        {
            if (!columns.TryGetValue(feature, out var column))
                continue;

            var value = (float)weight * rarity[column];
            row.Add((column, value));
            squares += value * value;
        }

        var scale = 1 / MathF.Sqrt(Math.Max(squares, 1e-6f));
        return [(Bias, 1), .. row.Select(r => (r.Column, r.Value * scale))];
    }
}
