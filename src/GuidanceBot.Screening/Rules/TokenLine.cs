using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Rules;

/// <summary>
/// A message as phrases see it: numbered words, shapes, and where sentences begin. One address or one @mention is one word here,
/// and "don't" is the same word as "dont". Reused from message to message.
/// </summary>
internal sealed class TokenLine
{
    private const Gap Joins = Gap.Underscore | Gap.Hyphen | Gap.Apostrophe | Gap.Other | Gap.Stop | Gap.Slash | Gap.Colon;

    // No pack has a longer word.
    private const int LongestWord = 64;

    private readonly List<(int Number, int Length, int Next)> compounds = [];
    private int[] compoundAt = new int[256]; // index + 1 of the first compound that begins at the word
    private ulong[] present = [];
    private bool quoted;

    public int Count { get; private set; }

    /// <summary>The number of each word, 0 when no pack knows it.</summary>
    public int[] Word { get; private set; } = new int[256];

    /// <summary>The shapes of each word.</summary>
    public Shapes[] Shape { get; private set; } = new Shapes[256];

    /// <summary>Whether a sentence begins at the word; true for the first.</summary>
    public bool[] Breaks { get; private set; } = new bool[256];

    /// <summary>Whether the word is inside quotation marks or a quoted reply.</summary>
    public bool[] Quoted { get; private set; } = new bool[256];

    /// <summary>Which token of the text each word is.</summary>
    public int[] Token { get; private set; } = new int[256];

    public void Read(FoldedText text, WordTable words)
    {
        Count = 0;
        compounds.Clear();
        quoted = false;
        var tokens = text.Tokens;
        for (var t = 0; t < tokens.Length; t++)
        {
            ref readonly var token = ref tokens[t];
            if (Continues(token, t > 0 ? tokens[t - 1] : default))
                continue;
            if ((token.Gap & Gap.Quote) != 0)
                quoted = Toggle(text, token, t > 0 ? tokens[t - 1].End : 0, quoted);
            Add(Number(text, token, words), ShapesOf(token), token.Has(TokenFlags.SentenceStart) || Ends(token.Gap), quoted || token.Has(TokenFlags.Quote), t);
            if (token.Has(TokenFlags.Possessive))
                AddWithS(words, text.Word(token));
        }
    }

    public void AddCompound(int at, int number, int length)
    {
        compounds.Add((number, length, compoundAt[at]));
        compoundAt[at] = compounds.Count;
    }

    public bool HasCompound(int at) => compoundAt[at] != 0;

    /// <summary>The first compound that begins at the word; below 0 when there is none.</summary>
    public int FirstCompound(int at) => compoundAt[at] - 1;

    /// <summary>The next compound that begins at the same word; below 0 when there is none.</summary>
    public int NextCompound(int compound) => compounds[compound].Next - 1;

    public (int Number, int Length) Compound(int compound) => (compounds[compound].Number, compounds[compound].Length);

    /// <summary>Room for the word sets that are somewhere in the message, empty at first.</summary>
    public Span<ulong> Present(int length)
    {
        if (present.Length < length)
            present = new ulong[length];
        present.AsSpan().Clear();
        return present.AsSpan(0, length);
    }

    // The rest of an address or of @somebody_here.
    private static bool Continues(in Token token, in Token before) =>
        (token.Gap & (Gap.Space | Gap.Line)) == 0
        && ((token.Has(TokenFlags.Link) && before.Has(TokenFlags.Link))
            || (token.Has(TokenFlags.Mention) && before.Has(TokenFlags.Mention))
            || ((token.Gap & Joins) == Gap.Underscore && before.Has(TokenFlags.Handle)));

    private static bool Ends(Gap gap) => (gap & Gap.Line) != 0 || ((gap & Gap.Stop) != 0 && (gap & Gap.Space) != 0);

    // A mark after white space opens, any other closes; so a stray one cannot swallow the rest.
    private static bool Toggle(FoldedText text, in Token token, int from, bool quoted)
    {
        var between = text.Chars[from..token.Start];
        var opens = between.LastIndexOf('"') == between.Length - 1 && between.Length > 0;
        return opens && (between.Length == 1 || between[^2] is ' ' or '\n' or '(' or '"') || (between.Count('"') == 0 && quoted);
    }

    private static int Number(FoldedText text, in Token token, WordTable words)
    {
        var number = words.Find(token.Hash);
        if (number != 0 || token.Kind is not TokenKind.Word)
            return number;
        var word = text.Word(token);
        return word.Contains('\'') ? words.Find(WithoutApostrophe(word)) : 0;
    }

    // The token of "it's" is "it"; a phrase may want either that or "its".
    private void AddWithS(WordTable words, ReadOnlySpan<char> word)
    {
        if (word.Length >= LongestWord)
            return;
        Span<char> whole = stackalloc char[word.Length + 1];
        word.CopyTo(whole);
        whole[^1] = 's';
        var number = words.Find(WordHash.Of(whole));
        if (number != 0)
            AddCompound(Count - 1, number, 1);
    }

    private static ulong WithoutApostrophe(ReadOnlySpan<char> word)
    {
        Span<char> plain = stackalloc char[Math.Min(word.Length, LongestWord)];
        var length = 0;
        foreach (var c in word)
        {
            if (c != '\'' && length < plain.Length)
                plain[length++] = c;
        }

        return WordHash.Of(plain[..length]);
    }

    private static Shapes ShapesOf(in Token token)
    {
        var shapes = token.Kind is TokenKind.Number ? Shapes.Number : Shapes.None;
        if (token.Has(TokenFlags.Handle) || token.Has(TokenFlags.Mention))
            shapes |= Shapes.Mention;
        if (token.Has(TokenFlags.Link))
            shapes |= Shapes.Link;
        if (token.Is(WordClass.Place) && token.Capital)
            shapes |= Shapes.Place;
        if (LooksLikeName(token))
            shapes |= Shapes.Name;
        if (token.Kind is TokenKind.Word && token.Length > 3 && token.Class is WordClass.None && token.Case is LetterCase.Capitalised or LetterCase.Mixed)
            shapes |= Shapes.Coined;
        return shapes;
    }

    private static bool LooksLikeName(in Token token)
    {
        if (token.Kind is not TokenKind.Word || !token.Capital || token.Length < 2 || token.Has(TokenFlags.Link | TokenFlags.Handle | TokenFlags.Mention | TokenFlags.Code))
            return false;
        if (token.Is(WordClass.Month | WordClass.Weekday | WordClass.Function | WordClass.Eponym | WordClass.Brand | WordClass.Clinical | WordClass.Country | WordClass.Title))
            return false;
        if (token.Is(WordClass.Given | WordClass.Family))
            return !token.Is(WordClass.Common) || !token.Has(TokenFlags.SentenceStart);
        return token.Case is not LetterCase.Upper && !token.Is(WordClass.Common | WordClass.English | WordClass.RareEnglish | WordClass.Place);
    }

    private void Add(int word, Shapes shapes, bool breaks, bool inQuotes, int token)
    {
        if (Count == Word.Length)
            Grow();
        Word[Count] = word;
        Shape[Count] = shapes;
        Breaks[Count] = breaks || Count == 0;
        Quoted[Count] = inQuotes;
        Token[Count] = token;
        compoundAt[Count] = 0;
        Count++;
    }

    private void Grow()
    {
        Word = Longer(Word);
        Shape = Longer(Shape);
        Breaks = Longer(Breaks);
        Quoted = Longer(Quoted);
        Token = Longer(Token);
        compoundAt = Longer(compoundAt);
    }

    private static T[] Longer<T>(T[] from)
    {
        var to = new T[from.Length * 2];
        from.CopyTo(to, 0);
        return to;
    }
}
