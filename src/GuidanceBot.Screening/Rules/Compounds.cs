using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Rules;

/// <summary>Terms of several words, such as "waste of space": found once for a message, and from then on as good as one word.</summary>
internal sealed class Compounds
{
    private readonly WordSlots byFirstTwo; // index + 1 into candidates
    private readonly Compound[][] candidates;
    private readonly bool[] begins; // whether a compound begins with the word

    /// <param name="compounds">The number and the words of each.</param>
    /// <param name="words">How many words there are.</param>
    public Compounds(IReadOnlyList<(int Number, int[] Words)> compounds, int words)
    {
        var pairs = compounds.GroupBy(c => Key(c.Words[0], c.Words[1]), c => new Compound(c.Number, c.Words)).ToArray();
        candidates = [.. pairs.Select(pair => pair.ToArray())];
        byFirstTwo = new WordSlots(pairs.Length);
        for (var i = 0; i < pairs.Length; i++)
            byFirstTwo[pairs[i].Key] = (uint)i + 1;
        begins = new bool[words];
        foreach (var compound in compounds)
            begins[compound.Words[0]] = true;
    }

    /// <summary>Adds every compound of the line to it.</summary>
    public void Mark(TokenLine line)
    {
        var words = line.Words;
        for (var at = 0; at + 1 < words.Length; at++)
        {
            if (!begins[words[at].Number] || words[at + 1].Number == 0 || words[at + 1].Breaks
                || byFirstTwo[Key(words[at].Number, words[at + 1].Number)] is not (> 0 and var pair))
                continue;
            foreach (var candidate in candidates[pair - 1])
            {
                if (Stands(words[at..], candidate.Words))
                    line.AddCompound(at, candidate.Number, candidate.Words.Length);
            }
        }
    }

    private static bool Stands(ReadOnlySpan<LineWord> line, int[] words)
    {
        if (words.Length > line.Length)
            return false;
        for (var n = 0; n < words.Length; n++)
        {
            if (line[n].Number != words[n] || n > 0 && line[n].Breaks)
                return false;
        }

        return true;
    }

    // Spread over all bits, as the table wants.
    private static ulong Key(int first, int second)
    {
        var pair = (ulong)first << 32 | (uint)second;
        return (pair ^ pair >> 32) * 0x9E3779B97F4A7C15;
    }

    private sealed record Compound(int Number, int[] Words);
}
