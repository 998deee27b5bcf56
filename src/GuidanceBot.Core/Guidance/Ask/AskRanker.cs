namespace GuidanceBot.Guidance;

/// <summary>Finds the takeaways that answer a question, or says that none does. Safe for many threads; keeps nothing.</summary>
public sealed class AskRanker
{
    /// <summary>At least this likely to be in scope, or the question is declined.</summary>
    private const float InScope = 0.6f;

    /// <summary>A takeaway less likely than this, seen from the best one, is not offered.</summary>
    private const double WorthShowing = 0.03;

    /// <summary>Topics are the takeaways 1 to 12 and, after them, the kinds that are declined.</summary>
    private static readonly AskKind[] DeclinedKinds = [AskKind.OutOfScope, AskKind.Doses, AskKind.OwnData];

    private readonly QuestionReader reader;
    private readonly TopicModel model;

    /// <summary>Learns from the pack's example questions; takes a fraction of a second.</summary>
    public AskRanker(TakeawayPack pack)
        : this(pack.Ask, pack.Takeaways)
    {
    }

    internal AskRanker(AskExamples ask, IReadOnlyList<Takeaway> takeaways)
    {
        reader = new QuestionReader(ask);
        var examples = ask.Examples.Concat(takeaways.Select(t => new AskExample(t.Wording, AskKind.Answered, t.Number))).ToList();
        model = new TopicModel(
            examples.ConvertAll(e => reader.Read(e.Question)),
            examples.ConvertAll(TopicOf),
            12 + DeclinedKinds.Length);
    }

    /// <summary>Answers one question of any length or content; at most three takeaways, best first.</summary>
    public AskAnswer Ask(string question)
    {
        var features = reader.Read(question);
        var guess = model.Guess(features);
        var outside = guess.Skip(12).Sum();
        if (features.Count == 0 || 1 - outside < InScope)
            return new AskAnswer(features.Count == 0 ? AskKind.OutOfScope : LikeliestDeclined(guess), []);

        var ranked = Enumerable.Range(1, 12)
            .Select(number => new RankedTakeaway(number, Math.Round((double)(guess[number - 1] / (1 - outside)), 3)))
            .OrderByDescending(r => r.Score)
            .Take(3)
            .Where((r, place) => place == 0 || r.Score >= WorthShowing)
            .ToList();
        return new AskAnswer(QuestionReader.Touches(AskExamples.Law, features) ? AskKind.Law : AskKind.Answered, ranked);
    }

    private static AskKind LikeliestDeclined(float[] guess) =>
        DeclinedKinds[Enumerable.Range(0, DeclinedKinds.Length).MaxBy(i => guess[12 + i])];

    private static int TopicOf(AskExample example) =>
        example.Takeaway > 0 ? example.Takeaway - 1 : 12 + Array.IndexOf(DeclinedKinds, example.Kind);
}
