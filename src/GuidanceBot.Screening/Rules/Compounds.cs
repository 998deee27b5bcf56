namespace GuidanceBot.Screening.Rules;

/// <summary>Terms of several words, such as "waste of space": found once for a message, and from then on as good as one word.</summary>
internal sealed class Compounds
{
    private readonly Dictionary<long, Compound[]> byFirstTwo;

    /// <param name="compounds">The number and the words of each.</param>
    public Compounds(IEnumerable<(int Number, int[] Words)> compounds) =>
        byFirstTwo = compounds
            .GroupBy(c => Key(c.Words[0], c.Words[1]), c => new Compound(c.Number, c.Words))
            .ToDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Adds every compound of the line to it.</summary>
    public void Mark(TokenLine line)
    {
        for (var at = 0; at + 1 < line.Count; at++)
        {
            if (line.Word[at] == 0 || line.Word[at + 1] == 0 || line.Breaks[at + 1]
                || !byFirstTwo.TryGetValue(Key(line.Word[at], line.Word[at + 1]), out var candidates))
                continue;
            foreach (var candidate in candidates)
            {
                if (Stands(line, at, candidate.Words))
                    line.AddCompound(at, candidate.Number, candidate.Words.Length);
            }
        }
    }

    private static bool Stands(TokenLine line, int at, int[] words)
    {
        if (at + words.Length > line.Count)
            return false;
        for (var n = 2; n < words.Length; n++)
        {
            if (line.Word[at + n] != words[n] || line.Breaks[at + n])
                return false;
        }

        return true;
    }

    private static long Key(int first, int second) => (long)first << 32 | (uint)second;

    private sealed record Compound(int Number, int[] Words);
}
