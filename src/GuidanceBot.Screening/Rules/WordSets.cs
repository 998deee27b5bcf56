using System.Numerics;
using System.Runtime.InteropServices;

namespace GuidanceBot.Screening.Rules;

/// <summary>Which word is in which set, as rows of bits. Most words share their row with many others: each row is kept once.</summary>
internal sealed class WordSets
{
    private readonly int[] rowOf;
    private readonly ulong[] rows;
    private readonly ulong[][] shapeRows;
    private readonly Shapes[] shapes;

    public WordSets(IReadOnlyList<WordSet> sets, int words)
    {
        var lane = Vector<ulong>.Count * 64;
        Width = (sets.Count + lane - 1) / lane * Vector<ulong>.Count;
        (rowOf, rows) = Rows(sets, words, Width);
        shapes = [.. sets.Select(s => s.Shapes)];
        shapeRows = [.. Enumerable.Range(0, 8).Select(_ => new ulong[Width])];
        for (var s = 0; s < sets.Count; s++)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                if (((int)shapes[s] >> bit & 1) != 0)
                    shapeRows[bit][s >> 6] |= 1UL << (s & 63);
            }
        }
    }

    /// <summary>How many machine words a row has.</summary>
    public int Width { get; }

    public bool Has(int set, int word) => (rows[rowOf[word] + (set >> 6)] >> (set & 63) & 1) != 0;

    public bool Has(int set, Shapes any) => (shapes[set] & any) != 0;

    /// <summary>Adds the sets of a word to those present.</summary>
    public void Add(Span<ulong> present, int word) => Or(present, rows.AsSpan(rowOf[word], Width));

    /// <summary>Adds the sets of shapes to those present.</summary>
    public void Add(Span<ulong> present, Shapes of)
    {
        for (var left = (int)of; left != 0; left &= left - 1)
            Or(present, shapeRows[BitOperations.TrailingZeroCount(left)]);
    }

    public static bool IsPresent(ReadOnlySpan<ulong> present, int set) => (present[set >> 6] >> (set & 63) & 1) != 0;

    // A word's sets are its row's name; where a row begins is noted for every word of that name.
    private static (int[] RowOf, ulong[] Rows) Rows(IReadOnlyList<WordSet> sets, int words, int width)
    {
        var setsOf = new List<int>?[words];
        for (var s = 0; s < sets.Count; s++)
        {
            foreach (var word in sets[s].Words)
                (setsOf[word] ??= []).Add(s);
        }

        var known = new Dictionary<string, int>();
        var rowOf = new int[words];
        for (var word = 0; word < words; word++)
        {
            var name = string.Join(',', setsOf[word] ?? []);
            if (!known.TryGetValue(name, out rowOf[word]))
                known[name] = rowOf[word] = known.Count * width;
        }

        var rows = new ulong[known.Count * width];
        for (var word = 0; word < words; word++)
        {
            foreach (var s in setsOf[word] ?? [])
                rows[rowOf[word] + (s >> 6)] |= 1UL << (s & 63);
        }

        return (rowOf, rows);
    }

    private static void Or(Span<ulong> into, ReadOnlySpan<ulong> bits)
    {
        var wide = MemoryMarshal.Cast<ulong, Vector<ulong>>(into);
        var from = MemoryMarshal.Cast<ulong, Vector<ulong>>(bits);
        for (var i = 0; i < wide.Length; i++)
            wide[i] |= from[i];
    }
}
