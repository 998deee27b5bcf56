namespace GuidanceBot.Screening.Text;

/// <summary>
/// A text as it reads: folded characters with the way back to the original, and its words.
/// Lent from a store per thread so that screening allocates nothing; give it back with <see cref="Dispose"/>.
/// </summary>
internal sealed class FoldedText : IDisposable
{
    // Longer texts are folded in buffers of their own, which are not kept.
    private const int KeptLength = 1 << 15;

    // Two, because a masked text is looked at while the original is still held.
    [ThreadStatic]
    private static FoldedText? spare;

    [ThreadStatic]
    private static FoldedText? second;

    private char[] fold = new char[512];
    private int[] map = new int[512];
    private Token[] tokens = new Token[128];
    private ulong[] scratch = new ulong[128];
    private readonly CharBits bits = new();
    private bool identity;

    /// <summary>The text as it was written.</summary>
    public string Original { get; private set; } = "";

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Chars => fold.AsSpan(0, Length);

    /// <summary>How many folded characters there are.</summary>
    public int Length { get; private set; }

    /// <summary>The words and numbers, in order.</summary>
    public ReadOnlySpan<Token> Tokens => tokens.AsSpan(0, TokenCount);

    /// <summary>How many tokens there are.</summary>
    public int TokenCount { get; private set; }

    /// <summary>Every class that any word of the text has: a quick way to see what need not be looked for.</summary>
    public WordClass Classes { get; private set; }

    /// <summary>Which signs the text has at all, for the same purpose.</summary>
    public Signs Signs { get; private set; }

    /// <summary>Folds a text. The caller disposes of the result and does not use it afterwards.</summary>
    public static FoldedText Of(string text)
    {
        var folded = spare ?? second ?? new FoldedText();
        if (folded == spare)
            spare = null;
        else
            second = null;
        folded.Read(text);
        return folded;
    }

    /// <summary>Gives the buffers back to the thread.</summary>
    public void Dispose()
    {
        Original = "";
        if (fold.Length > KeptLength * 2)
            return;
        if (spare is null)
            spare = this;
        else
            second = this;
    }

    /// <summary>The folded word of a token, without a possessive 's.</summary>
    public ReadOnlySpan<char> Word(in Token token) => fold.AsSpan(token.Start, token.End - token.Start);

    /// <summary>A stretch of the fold as a stretch of the original; trailing invisible marks belong to the character before them.</summary>
    public TextSpan ToOriginal(int start, int end)
    {
        if (identity || start >= end)
            return new TextSpan(start, Math.Max(start, end));
        var last = map[end - 1];
        var after = last + (char.IsHighSurrogate(Original[last]) && last + 1 < Original.Length && char.IsLowSurrogate(Original[last + 1]) ? 2 : 1);
        return new TextSpan(map[start], end < Length ? Math.Max(after, map[end]) : Original.Length);
    }

    /// <summary>Where in the original a folded character stands.</summary>
    public int OriginalAt(int position) => identity ? position : position < Length ? map[position] : Original.Length;

    private void Read(string text)
    {
        Original = text;
        if (fold.Length < text.Length + AsciiFold.Spare)
        {
            fold = new char[text.Length + 64];
            map = new int[text.Length + 64];
        }

        identity = AsciiFold.TryRead(text, fold, bits);
        Length = text.Length;
        if (!identity)
        {
            FoldCharacters(text);
            bits.Read(Chars, text, map);
        }

        var tokenizer = new Tokenizer(fold, bits, tokens);
        tokenizer.Run();
        tokens = tokenizer.Tokens;
        Signs = tokenizer.Signs;
        if (scratch.Length < tokens.Length)
            scratch = new ulong[tokens.Length];
        Classes = Lexicon.Classify(tokens.AsSpan(0, tokenizer.Count), scratch);
        TokenCount = tokenizer.MostLettersInRow < SpacedLetters.Fewest ? tokenizer.Count : SpacedLetters.Join(fold, tokens, tokenizer.Count);
    }

    private void FoldCharacters(string text)
    {
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c is >= ' ' and < (char)127 or '\n' or '\r' or '\t')
            {
                Put(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c, i, ref length);
                continue;
            }

            var start = i;
            var codePoint = (int)c;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                codePoint = char.ConvertToUtf32(c, text[++i]);

            if (CharFold.Of(codePoint) is { } reading)
            {
                foreach (var r in reading)
                    Put(r, start, ref length);
            }
            else
            {
                Put(c, start, ref length);
                if (i > start)
                    Put(text[i], start, ref length);
            }
        }

        Length = length;
    }

    private void Put(char c, int from, ref int length)
    {
        if (length + AsciiFold.Spare == fold.Length)
        {
            Array.Resize(ref fold, fold.Length * 2);
            Array.Resize(ref map, map.Length * 2);
        }

        fold[length] = c;
        map[length++] = from;
    }
}

/// <summary>Signs whose absence lets a detector stay asleep.</summary>
[Flags]
internal enum Signs : ushort
{
    None = 0,
    Digit = 1,
    At = 2,
    Link = 4,

    /// <summary>A dot between letters or digits, as in hosts and decimals.</summary>
    InnerDot = 8,

    Capital = 16,
    Hash = 32,
    Mixed = 128,
    Underscore = 256,
    Caret = 512,
    Mention = 1024,

    /// <summary>An opening square bracket, as masks have.</summary>
    Square = 2048,

    /// <summary>A colon between letters or digits, as in times and IPv6 addresses.</summary>
    InnerColon = 4096,
}
