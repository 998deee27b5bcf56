namespace GuidanceBot.Screening.Rules;

/// <summary>Which words and shapes each set holds. Sets are small: their members lie side by side, in order.</summary>
internal sealed class WordSets
{
    // Up to here looking through all members is faster than halving them.
    private const int Few = 16;

    private readonly int[] members;
    private readonly int[] starts;
    private readonly Shapes[] shapes;

    public WordSets(IReadOnlyList<WordSet> sets)
    {
        members = [.. sets.SelectMany(s => s.Words.Order())];
        shapes = [.. sets.Select(s => s.Shapes)];
        starts = new int[sets.Count + 1];
        for (var s = 0; s < sets.Count; s++)
            starts[s + 1] = starts[s] + sets[s].Words.Count;
    }

    public bool Has(int set, int word)
    {
        var words = members.AsSpan(starts[set]..starts[set + 1]);
        return words.Length == 1 ? words[0] == word : words.Length <= Few ? words.Contains(word) : words.BinarySearch(word) >= 0;
    }

    public bool Has(int set, Shapes any) => (shapes[set] & any) != 0;
}
