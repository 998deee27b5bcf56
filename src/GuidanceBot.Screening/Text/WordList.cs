namespace GuidanceBot.Screening.Text;

/// <summary>
/// A short list of folded words that a detector asks for by hash. Nearly every word asked is on none of them, and a few bits that stay in
/// the processor's nearest cache say so at once.
/// </summary>
internal sealed class WordList
{
    private const int Bits = 2048;

    private readonly ulong[] seen = new ulong[Bits / 64];
    private readonly HashSet<ulong> words;

    private WordList(IEnumerable<ulong> hashes)
    {
        words = [.. hashes];
        foreach (var hash in words)
            seen[hash % Bits / 64] |= 1UL << (int)hash;
    }

    /// <summary>The list of words that stand with spaces between.</summary>
    public static WordList Of(string words) => new(words.Split(' ').Select(word => WordHash.Of(word)));

    /// <summary>Whether a word of this hash is on the list.</summary>
    public bool Contains(ulong hash) => (seen[hash % Bits / 64] >> (int)hash & 1) != 0 && words.Contains(hash);
}
