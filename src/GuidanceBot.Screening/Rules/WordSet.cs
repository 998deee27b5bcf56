namespace GuidanceBot.Screening.Rules;

/// <summary>A set of words and word sequences of which a phrase wants one at some place.</summary>
internal sealed class WordSet
{
    /// <summary>Numbers of the single words that belong.</summary>
    public HashSet<int> Words { get; } = [];

    /// <summary>Sequences of two and more words that belong.</summary>
    public List<int[]> Sequences { get; } = [];

    /// <summary>Shapes that belong, whatever the word.</summary>
    public Shapes Shapes { get; set; }

    /// <summary>The longest sequence, at least 1.</summary>
    public int Longest => Sequences.Count == 0 ? 1 : Sequences.Max(s => s.Length);

    /// <summary>The shortest member.</summary>
    public int Shortest => Words.Count > 0 || Shapes != 0 ? 1 : Sequences.Min(s => s.Length);
}
