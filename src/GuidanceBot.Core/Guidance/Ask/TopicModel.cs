namespace GuidanceBot.Guidance;

/// <summary>
/// A linear classifier (multinomial logistic regression) that learns at start from the example questions: a second's
/// fraction for two thousand of them, the same weights every time, and nothing to ship beside the packs.
/// </summary>
internal sealed class TopicModel
{
    private readonly Dictionary<string, int> columns = new(StringComparer.Ordinal);
    private readonly double[] rarity;
    private readonly double[][] weights;
    private readonly int topics;

    public TopicModel(IReadOnlyList<Dictionary<string, double>> questions, IReadOnlyList<int> topicOf, int topics, TopicModelOptions options)
    {
        this.topics = topics;
        var seenIn = new List<int>();
        foreach (var feature in questions.SelectMany(q => q.Keys))
        {
            if (columns.TryAdd(feature, columns.Count))
                seenIn.Add(0);
            seenIn[columns[feature]]++;
        }

        rarity = [.. seenIn.Select(n => Math.Log(1 + (questions.Count / (double)n)))];
        weights = [.. seenIn.Select(_ => new double[topics])];
        Learn([.. questions.Select(Row)], topicOf, options);
    }

    /// <summary>How likely each topic is; they sum to 1.</summary>
    public double[] Guess(Dictionary<string, double> question) => Guess(Row(question));

    /// <summary>AdaGrad over single questions, in an order that is shuffled with a fixed seed.</summary>
    private void Learn((int Column, double Value)[][] rows, IReadOnlyList<int> topicOf, TopicModelOptions options)
    {
        var squares = weights.Select(_ => new double[topics]).ToArray();
        var order = Enumerable.Range(0, rows.Length).ToArray();
        var random = new Random(12);
        var perTopic = Enumerable.Range(0, topics).Select(t => topicOf.Count(x => x == t)).ToArray();
        for (var round = 0; round < options.Rounds; round++)
        {
            random.Shuffle(order);
            foreach (var index in order)
            {
                var guess = Guess(rows[index]);
                // A topic with many examples shall not drown one with few.
                var balance = Math.Pow(rows.Length / (double)topics / perTopic[topicOf[index]], options.Balance);
                for (var topic = 0; topic < topics; topic++)
                {
                    var error = (guess[topic] - (topic == topicOf[index] ? 1 : 0)) * balance;
                    foreach (var (column, value) in rows[index])
                    {
                        var slope = (error * value) + (options.Restraint * weights[column][topic]);
                        squares[column][topic] += slope * slope;
                        weights[column][topic] -= options.Pace * slope / Math.Sqrt(squares[column][topic] + 1e-8);
                    }
                }
            }
        }
    }

    private double[] Guess((int Column, double Value)[] row)
    {
        var scores = new double[topics];
        foreach (var (column, value) in row)
        {
            for (var topic = 0; topic < topics; topic++)
                scores[topic] += value * weights[column][topic];
        }

        var greatest = scores.Max();
        for (var topic = 0; topic < topics; topic++)
            scores[topic] = Math.Exp(scores[topic] - greatest);

        var sum = scores.Sum();
        return Array.ConvertAll(scores, s => s / sum);
    }

    /// <summary>Known features only, rare ones heavier, scaled so that long questions weigh no more than short ones.</summary>
    private (int Column, double Value)[] Row(Dictionary<string, double> question)
    {
        var row = question
            .Where(f => columns.ContainsKey(f.Key))
            .Select(f => (Column: columns[f.Key], Value: f.Value * rarity[columns[f.Key]]))
            .ToArray();
        var length = Math.Sqrt(row.Sum(r => r.Value * r.Value));
        return length == 0 ? [] : Array.ConvertAll(row, r => (r.Column, r.Value / length));
    }
}

/// <summary>How the model learns; the defaults were chosen by cross-validation over the example questions.</summary>
internal sealed record TopicModelOptions(int Rounds = 12, double Pace = 0.5, double Restraint = 1e-5, double Balance = 0.5);
