namespace GuidanceBot.Screening.Text;

/// <summary>Words and what they are: one lookup a word answers every detector's first question.</summary>
internal static class Lexicon
{
    private static readonly WordTable Table = LexiconFiles.Load();

    /// <summary>What a word is, by its hash; none when it is unknown.</summary>
    public static WordClass Of(ulong hash) => Table.Find(hash);

    /// <summary>What a folded word is.</summary>
    public static WordClass Of(ReadOnlySpan<char> word) => Table.Find(WordHash.Of(word));
}
