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
    private LineWord[] words = new LineWord[256];
    private ulong[] bits = [];
    private ulong[] inside = new ulong[8]; // a bit for each word that begins no sentence
    private ulong[] slots = new ulong[256];
    private bool quoted;

    public int Count { get; private set; }

    /// <summary>The words, one address or mention being one.</summary>
    public ReadOnlySpan<LineWord> Words => words.AsSpan(0, Count);

    public int CompoundCount => compounds.Count;

    public void Read(FoldedText text, WordSlots numbers)
    {
        Count = 0;
        compounds.Clear();
        quoted = false;
        var tokens = text.Tokens;
        if (slots.Length < tokens.Length)
            slots = new ulong[tokens.Length * 2];
        if (words.Length < tokens.Length)
            words = new LineWord[tokens.Length * 2];
        if (inside.Length < tokens.Length / 64 + 2)
            inside = new ulong[tokens.Length / 32 + 2];
        inside.AsSpan(0, tokens.Length / 64 + 2).Clear();
        numbers.Fetch(tokens, slots);
        for (var t = 0; t < tokens.Length; t++)
        {
            ref readonly var token = ref tokens[t];
            if (t > 0 && Continues(token, tokens[t - 1]))
                continue;
            if ((token.Gap & Gap.Quote) != 0)
                quoted = Toggle(text, token, t > 0 ? tokens[t - 1].End : 0, quoted);
            var breaks = Count == 0 || token.Has(TokenFlags.SentenceStart) || Ends(token.Gap);
            words[Count] = new LineWord(Number(text, token, numbers, slots[t]), t, ShapesOf(token), breaks, quoted || token.Has(TokenFlags.Quote));
            inside[Count / 64] |= breaks ? 0 : 1UL << Count;
            Count++;
            if (token.Has(TokenFlags.Possessive))
                AddWithS(numbers, text.Word(token));
        }
    }

    /// <summary>From a word on, a bit for each of 64 words that goes on with a sentence; none past the end.</summary>
    public ulong Inside(int from)
    {
        var shift = from % 64;
        return inside[from / 64] >> shift | (shift == 0 ? 0 : inside[from / 64 + 1] << (64 - shift));
    }

    public void AddCompound(int at, int number, int length)
    {
        compounds.Add((number, length, words[at].Compounds));
        words[at].Compounds = compounds.Count;
    }

    /// <summary>The first compound that begins at the word; below 0 when there is none.</summary>
    public int FirstCompound(int at) => words[at].Compounds - 1;

    /// <summary>The next compound that begins at the same word; below 0 when there is none.</summary>
    public int NextCompound(int compound) => compounds[compound].Next - 1;

    public (int Number, int Length) Compound(int compound) => (compounds[compound].Number, compounds[compound].Length);

    /// <summary>Room for bits about the message.</summary>
    public Span<ulong> Bits(int length)
    {
        if (bits.Length < length)
            bits = new ulong[length];
        return bits.AsSpan(0, length);
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

    private static int Number(FoldedText text, in Token token, WordSlots numbers, ulong slot)
    {
        var number = (int)numbers.Find(token.Hash, slot);
        if (number != 0 || token.Kind is not TokenKind.Word)
            return number;
        var word = text.Word(token);
        return word.Contains('\'') ? (int)numbers[WithoutApostrophe(word)] : 0;
    }

    // The token of "it's" is "it"; a phrase may want either that or "its".
    private void AddWithS(WordSlots numbers, ReadOnlySpan<char> word)
    {
        if (word.Length >= LongestWord)
            return;
        Span<char> whole = stackalloc char[word.Length + 1];
        word.CopyTo(whole);
        whole[^1] = 's';
        var number = (int)numbers[WordHash.Of(whole)];
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
}

/// <summary>One word of a line.</summary>
/// <param name="Number">Its number, 0 when no pack knows it.</param>
/// <param name="Token">Which token of the text it is.</param>
/// <param name="Shapes">Its shapes.</param>
/// <param name="Breaks">Whether a sentence begins at it; true for the first.</param>
/// <param name="Quoted">Whether it is inside quotation marks or a quoted reply.</param>
internal record struct LineWord(int Number, int Token, Shapes Shapes, bool Breaks, bool Quoted)
{
    /// <summary>Index + 1 of the first compound that begins at it.</summary>
    public int Compounds { get; set; }
}
