namespace GuidanceBot.Guidance;

/// <summary>Finds the known word that a mistyped one was meant to be.</summary>
internal sealed class Typos
{
    /// <summary>A word seen once may be a slip itself.</summary>
    private const int Established = 2;

    private readonly Dictionary<string, int> known;
    private readonly ILookup<int, string> byLength;

    /// <summary>Words and how often each was seen; of two equally near ones the more frequent wins.</summary>
    public Typos(IEnumerable<string> words)
    {
        known = words.GroupBy(w => w, StringComparer.Ordinal)
            .Where(g => g.Count() >= Established)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        byLength = known.Keys.Where(w => w.Length > 3).ToLookup(w => w.Length);
    }

    /// <summary>Whether the word is an established one, no slip.</summary>
    public bool Knows(string word) => known.ContainsKey(word);

    /// <summary>The nearest known word, or null: one slip in four to six letters, two in more, the first letter right.</summary>
    public string? Mend(string word)
    {
        if (word.Length is < 4 or > 24 || char.IsDigit(word[0]))
            return null;

        var slips = word.Length > 6 ? 2 : 1;
        return Enumerable.Range(word.Length - slips, (2 * slips) + 1)
            .SelectMany(length => byLength[length])
            .Where(candidate => candidate[0] == word[0])
            .Select(candidate => (Word: candidate, Slips: Distance(word, candidate)))
            .Where(c => c.Slips <= slips)
            .OrderBy(c => c.Slips).ThenByDescending(c => known[c.Word]).ThenBy(c => c.Word, StringComparer.Ordinal)
            .Select(c => c.Word)
            .FirstOrDefault();
    }

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours between two words.</summary>
    private static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
            rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++)
            rows[0, j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var best = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    best = Math.Min(best, rows[i - 2, j - 2] + 1);
                rows[i, j] = best;
            }
        }

        return rows[a.Length, b.Length];
    }
}
