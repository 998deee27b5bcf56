using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Model;

/// <summary>
/// A message as the model reads it: one unit a word, identifiers drawn together to their kind ("Priya Nair" and "Tom" are one
/// and the same name), numbers to their size, and the few signs that change what words mean. What is quoted from others is left out.
/// </summary>
internal sealed class Units
{
    private Unit[] units = new Unit[128];

    /// <summary>The units in the order of the text.</summary>
    public ReadOnlySpan<Unit> All => units.AsSpan(0, Count);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Reads a message; identifiers in the order of the text.</summary>
    public void Read(FoldedText text, List<Identifier> identifiers)
    {
        Count = 0;
        var next = 0;
        var tokens = text.Tokens;
        for (var t = 0; t < tokens.Length; t++)
        {
            ref readonly var token = ref tokens[t];
            if (token.Has(TokenFlags.Quote))
                continue;
            Signs(text.Chars[(t > 0 ? tokens[t - 1].End : 0)..token.Start], t);
            var at = identifiers.Count > 0 ? text.OriginalAt(token.Start) : 0;
            while (next < identifiers.Count && identifiers[next].Span.End <= at)
                next++;
            if (next < identifiers.Count && identifiers[next].Span.Start <= at)
                AddOnce(UnitHash.Of(identifiers[next].Kind), t);
            else if (token.Has(TokenFlags.Link))
                AddOnce(UnitHash.Link, t);
            else if (token.Has(TokenFlags.Mention | TokenFlags.Handle))
                AddOnce(UnitHash.Mention, t);
            else if (token.Kind is TokenKind.Number)
                Add(UnitHash.OfNumber(text.Word(token)), UnitHash.OfNumber(text.Word(token)), t);
            else
                Add(UnitHash.OfWord(token, text.Word(token)), UnitHash.General(token, text.Word(token)), t);
        }

        Signs(text.Chars[(tokens.Length > 0 ? tokens[^1].End : 0)..], tokens.Length - 1);
    }

    private void Signs(ReadOnlySpan<char> between, int token)
    {
        for (var i = 0; i < between.Length; i++)
        {
            var c = between[i];
            if (c is '?' or '!' or '"')
                AddOnce(UnitHash.OfSign(c), token);
            else if (char.IsHighSurrogate(c) && i + 1 < between.Length)
                AddOnce(UnitHash.OfSign(char.IsLowSurrogate(between[i + 1]) ? char.ConvertToUtf32(c, between[++i]) : c), token);
        }
    }

    private void AddOnce(uint hash, int token)
    {
        if (Count == 0 || units[Count - 1].Word != hash)
            Add(hash, hash, token);
    }

    private void Add(uint word, uint general, int token)
    {
        if (Count == units.Length)
            Array.Resize(ref units, units.Length * 2);
        units[Count++] = new Unit(word, general, token);
    }
}

/// <summary>One unit of a message.</summary>
/// <param name="Word">The word itself, or what stands for it.</param>
/// <param name="General">A wider class that it belongs to: relatives, roles, clinical words, or words that begin alike.</param>
/// <param name="Token">Which token of the text it is.</param>
internal readonly record struct Unit(uint Word, uint General, int Token);
