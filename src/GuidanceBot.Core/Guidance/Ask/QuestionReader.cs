namespace GuidanceBot.Guidance;

/// <summary>Turns a question into features: stems, pairs of them, concepts, and pieces of words that survive typos.</summary>
internal sealed class QuestionReader
{
    // Chosen by cross-validation over the example questions (AskQualityTests prints it); the figures hardly move around these.
    private const double PairWeight = 0.8;
    private const double ConceptWeight = 1.5;
    private const double PieceWeight = 0.15;
    private const double MendedWeight = 0.7;
    private const double RareWeight = 1.5;

    /// <summary>Stands for every word that is neither known nor a slip; people who ask something else use many.</summary>
    private const string Rare = "?rare";
    private const string RareAgain = "?rare again";

    private readonly Words words;
    private readonly Typos typos;
    private readonly Dictionary<string, string[]> conceptsByPhrase;

    public QuestionReader(AskExamples examples)
    {
        words = new Words(examples.Spellings);
        conceptsByPhrase = examples.Concepts
            .SelectMany(c => c.Value.Select(word => (Phrase: Phrase(Words.Split(word)), Concept: c.Key)))
            .GroupBy(p => p.Phrase, p => p.Concept, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Distinct().ToArray(), StringComparer.Ordinal);
        // Words of a concept stand there on purpose: named twice, they count as established.
        var named = examples.Concepts.SelectMany(c => c.Value).SelectMany(Words.Split).ToList();
        typos = new Typos([.. examples.Examples.SelectMany(e => words.In(e.Question)), .. named, .. named]);
    }

    /// <summary>Each feature and its weight; a feature met twice counts once, with the greater weight.</summary>
    public Dictionary<string, double> Read(string question)
    {
        var features = new Dictionary<string, double>(StringComparer.Ordinal);
        string? before = null;
        foreach (var word in words.In(question))
        {
            var known = typos.Knows(word);
            var mended = known ? null : typos.Mend(word);
            var stem = Stem.Of(mended ?? word);
            var weight = mended is null ? 1 : MendedWeight;
            Add(features, stem, weight);
            AddConcepts(features, stem, weight);
            if (mended is not null)
                Add(features, Stem.Of(word), MendedWeight);
            else if (!known)
                Add(features, features.ContainsKey(Rare) ? RareAgain : Rare, RareWeight);
            if (before is not null)
            {
                Add(features, $"{before} {stem}", PairWeight * weight);
                AddConcepts(features, $"{before} {stem}", weight);
            }

            AddPieces(features, word);
            before = stem;
        }

        return features;
    }

    /// <summary>Whether the question that was read names the concept.</summary>
    public static bool Touches(string concept, Dictionary<string, double> features) => features.ContainsKey("#" + concept);

    private void AddConcepts(Dictionary<string, double> features, string phrase, double weight)
    {
        if (!conceptsByPhrase.TryGetValue(phrase, out var concepts))
            return;

        foreach (var concept in concepts)
            Add(features, "#" + concept, ConceptWeight * weight);
    }

    private static void AddPieces(Dictionary<string, double> features, string word)
    {
        if (word.Length < 4)
            return;

        var edged = $"<{word}>";
        for (var i = 0; i + 4 <= edged.Length; i++)
            Add(features, "~" + edged.Substring(i, 4), PieceWeight);
    }

    private static void Add(Dictionary<string, double> features, string feature, double weight)
    {
        if (!features.TryGetValue(feature, out var present) || present < weight)
            features[feature] = weight;
    }

    private static string Phrase(IEnumerable<string> phrase) => string.Join(' ', phrase.Select(Stem.Of));
}
