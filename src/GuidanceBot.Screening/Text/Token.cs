namespace GuidanceBot.Screening.Text;

/// <summary>One word or number of a folded text. Punctuation is no token: what stood before one is its <see cref="Gap"/>.</summary>
/// <param name="Start">First position in the fold.</param>
/// <param name="End">Position after its last character in the fold; a possessive 's is left out.</param>
/// <param name="Hash">Of the word as it is meant: leetspeak undone where that makes a known word, spaced letters joined.</param>
/// <param name="Kind">Word, number or a mix.</param>
/// <param name="Case">How its letters stood in the original.</param>
/// <param name="Flags">Where it stands.</param>
/// <param name="Gap">What stood before it.</param>
internal record struct Token(int Start, int End, ulong Hash, TokenKind Kind, LetterCase Case, TokenFlags Flags, Gap Gap)
{
    /// <summary>What the lexicon knows about the word; filled for all words of a text at once.</summary>
    public WordClass Class { get; set; }

    /// <summary>Its length in the fold.</summary>
    public readonly int Length => End - Start;

    /// <summary>Whether the lexicon has it under any of the classes.</summary>
    public readonly bool Is(WordClass any) => (Class & any) != 0;

    /// <summary>Whether any of the flags is set.</summary>
    public readonly bool Has(TokenFlags any) => (Flags & any) != 0;

    /// <summary>Whether it begins with a capital in the original.</summary>
    public readonly bool Capital => Case is LetterCase.Capitalised or LetterCase.Upper or LetterCase.Mixed;
}

/// <summary>What a token is made of.</summary>
internal enum TokenKind : byte
{
    /// <summary>Letters, apostrophes inside.</summary>
    Word,

    /// <summary>Digits only.</summary>
    Number,

    /// <summary>Letters and digits, such as a record number or leetspeak.</summary>
    Mixed,
}

/// <summary>How the letters stood in the original.</summary>
internal enum LetterCase : byte
{
    /// <summary>No letters, or a script without cases.</summary>
    None,

    /// <summary>all small.</summary>
    Lower,

    /// <summary>First letter large, the rest small.</summary>
    Capitalised,

    /// <summary>TWO OR MORE, all large; or one letter alone.</summary>
    Upper,

    /// <summary>Any other mix that begins with a capital, such as McKay.</summary>
    Mixed,

    /// <summary>A mix that begins small, such as mRNA.</summary>
    Camel,
}

/// <summary>Where a token stands.</summary>
[Flags]
internal enum TokenFlags : ushort
{
    None = 0,

    /// <summary>First of a sentence, line or bullet.</summary>
    SentenceStart = 1,

    /// <summary>Had 's after it.</summary>
    Possessive = 2,

    /// <summary>Inside `code` or a fenced block.</summary>
    Code = 4,

    /// <summary>On a line that quotes (begins with &gt;).</summary>
    Quote = 8,

    /// <summary>Part of a platform mention such as &lt;@123&gt;, &lt;#channel&gt;, &lt;:emoji:1&gt;.</summary>
    Mention = 16,

    /// <summary>Right after @.</summary>
    Handle = 32,

    /// <summary>Right after #.</summary>
    Hashtag = 64,

    /// <summary>Inside a web address or e-mail.</summary>
    Link = 128,

    /// <summary>Letters that stood spaced out or dotted apart.</summary>
    SpacedOut = 256,

    /// <summary>Leetspeak that turned out to be a known word.</summary>
    Leet = 512,
}

/// <summary>What stood between a token and the one before it; several at once.</summary>
[Flags]
internal enum Gap : ushort
{
    /// <summary>Nothing at all: a change from digits to letters, as in 97yo.</summary>
    None = 0,
    Space = 1,
    Line = 2,
    Hyphen = 4,
    Comma = 8,

    /// <summary>A full stop, question or exclamation mark.</summary>
    Stop = 16,
    Colon = 32,
    Semicolon = 64,
    Slash = 128,
    Open = 256,
    Close = 512,
    Quote = 1024,
    Underscore = 2048,
    Apostrophe = 4096,
    Other = 8192,

    /// <summary>Begins the text.</summary>
    Start = 16384,
}
