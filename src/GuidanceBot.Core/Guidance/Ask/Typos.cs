namespace GuidanceBot.Guidance;

/// <summary>Finds the known word that a mistyped one was meant to be.</summary>
internal sealed class Typos
{
    /// <summary>A word seen once may be a slip itself.</summary>
    private const int Established = 2;

    /// <summary>Longer runs of letters are no words.</summary>
    private const int Longest = 24;

    private readonly Dictionary<string, int> known;
    private readonly ILookup<(int Length, char First), string> near;

    /// <summary>Words and how often each was seen; of two equally near ones the more frequent wins.</summary>
    public Typos(IEnumerable<string> words)
    {
        known = words.GroupBy(w => w, StringComparer.Ordinal)
            .Where(g => g.Count() >= Established)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        near = known.Keys.Where(w => w.Length is > 2 and <= Longest + 2)
            .OrderByDescending(w => known[w]).ThenBy(w => w, StringComparer.Ordinal)
            .ToLookup(w => (w.Length, w[0]));
    }

    /// <summary>Whether the word is an established one, no slip.</summary>
    public bool Knows(string word) => known.ContainsKey(word);

    /// <summary>The nearest known word, or null: one slip in four to six letters, two in more, the first letter right.</summary>
    public string? Mend(string word)
    {
        if (word.Length is < 4 or > Longest || char.IsDigit(word[0]))
            return null;

        var slips = word.Length > 6 ? 2 : 1;
        string? best = null;
        for (var length = word.Length - slips; length <= word.Length + slips; length++)
        {
            foreach (var candidate in near[(length, word[0])])
            {
                var distance = Distance(word, candidate, slips);
                if (distance < slips || (distance == slips && (best is null || known[candidate] > known[best])))
                    (best, slips) = (candidate, distance);
            }
        }

        return best;
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours between two words; gives up above <paramref name="most"/>.</summary>
    private static int Distance(string a, string b, int most)
    {
        Span<int> rows = stackalloc int[3 * (b.Length + 1)];
        var width = b.Length + 1;
        for (var j = 0; j < width; j++)
            rows[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            var row = rows.Slice(i % 3 * width, width);
            var above = rows.Slice((i + 2) % 3 * width, width);
            var twoAbove = rows.Slice((i + 1) % 3 * width, width);
            var least = row[0] = i;
            for (var j = 1; j < width; j++)
            {
                var best = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, twoAbove[j - 2] + 1);
                row[j] = best;
                least = Math.Min(least, best);
            }

            if (least > most)
                return most + 1;
        }

        return rows[(a.Length % 3 * width) + b.Length];
    }
}
