namespace GuidanceBot.Screening.Text;

/// <summary>Words and what they are: one lookup a word answers every detector's first question.</summary>
internal static class Lexicon
{
    private static readonly LexiconFiles Files = LexiconFiles.Load();
    private static readonly WordSlots Slots = Files.Slots;
    private static readonly WordClass[] Classes = Files.Classes;

    /// <summary>What a word is, by its hash; none when it is unknown.</summary>
    public static WordClass Of(ulong hash) => Classes[Slots[hash]];

    /// <summary>What a folded word is.</summary>
    public static WordClass Of(ReadOnlySpan<char> word) => Of(WordHash.Of(word));

    /// <summary>Writes down what the words of a text are, all at once; what they are together.</summary>
    public static WordClass Classify(Span<Token> tokens, Span<ulong> scratch)
    {
        Slots.Fetch(tokens, scratch);
        var all = WordClass.None;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Kind is TokenKind.Word)
                tokens[i].Class = Classes[Slots.Find(tokens[i].Hash, scratch[i])];
            all |= tokens[i].Class;
        }

        return all;
    }
}
