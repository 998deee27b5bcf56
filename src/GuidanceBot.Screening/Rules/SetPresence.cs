using System.Numerics;

namespace GuidanceBot.Screening.Rules;

/// <summary>
/// Tells which word sets have a member in a message: nearly every phrase that a word wakes falls asleep again because another of its words
/// is nowhere. Only the sets that are asked for are kept, as bits; of a word's bits only the machine words that are not 0.
/// </summary>
internal sealed class SetPresence
{
    /// <summary>The bit that is always set.</summary>
    public const int Always = 0;

    private readonly Lane[] lanes;
    private readonly int[] starts; // of a word's lanes
    private readonly ulong[][] byShape;

    /// <param name="asked">The sets that are asked for.</param>
    /// <param name="sets">All sets.</param>
    /// <param name="words">How many words there are.</param>
    public SetPresence(IEnumerable<int> asked, IReadOnlyList<WordSet> sets, int words)
    {
        // Sets of one subject stand together in the packs, and so do their bits.
        var ordered = asked.Distinct().Order().ToArray();
        Bits = ordered.Index().ToDictionary(s => s.Item, s => s.Index + 1);
        Width = ordered.Length / 64 + 1;
        var rows = new SortedDictionary<int, ulong>[words];
        byShape = [.. Enumerable.Range(0, 8).Select(_ => new ulong[Width])];
        foreach (var (set, bit) in Bits)
        {
            foreach (var word in sets[set].Words)
                Set(rows[word] ??= [], bit);
            for (var shape = 0; shape < byShape.Length; shape++)
            {
                if (((int)sets[set].Shapes >> shape & 1) != 0)
                    byShape[shape][bit / 64] |= 1UL << bit;
            }
        }

        lanes = [.. rows.SelectMany(row => (row ?? []).Select(lane => new Lane(lane.Key, lane.Value)))];
        starts = new int[words + 1];
        for (var word = 0; word < words; word++)
            starts[word + 1] = starts[word] + (rows[word]?.Count ?? 0);
    }

    /// <summary>The bit of each set that is asked for.</summary>
    public IReadOnlyDictionary<int, int> Bits { get; }

    /// <summary>How many machine words the bits take.</summary>
    public int Width { get; }

    /// <summary>Fills the bits of a message.</summary>
    public void Read(TokenLine line, Span<ulong> present)
    {
        present.Clear();
        present[0] = 1UL << Always;
        foreach (ref readonly var word in line.Words)
        {
            Add(present, word.Number);
            for (var left = (int)word.Shapes; left != 0; left &= left - 1)
                Add(present, byShape[BitOperations.TrailingZeroCount(left)]);
        }

        for (var c = 0; c < line.CompoundCount; c++)
            Add(present, line.Compound(c).Number);
    }

    private void Add(Span<ulong> present, int word)
    {
        foreach (ref readonly var lane in lanes.AsSpan(starts[word]..starts[word + 1]))
            present[lane.At] |= lane.Bits;
    }

    private static void Add(Span<ulong> present, ulong[] row)
    {
        for (var i = 0; i < present.Length; i++)
            present[i] |= row[i];
    }

    private static void Set(SortedDictionary<int, ulong> row, int bit) =>
        row[bit / 64] = row.GetValueOrDefault(bit / 64) | 1UL << bit;

    private readonly record struct Lane(int At, ulong Bits);
}
