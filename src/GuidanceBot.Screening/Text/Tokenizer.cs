namespace GuidanceBot.Screening.Text;

/// <summary>Cuts a fold into tokens in one pass.</summary>
/// <remarks>A hyphen, underscore or dot ends a token, and the next one's gap says so: 87-year-old is three tokens.</remarks>
internal ref struct Tokenizer(ReadOnlySpan<char> fold, string original, ReadOnlySpan<int> map, Token[] buffer)
{
    private readonly ReadOnlySpan<char> fold = fold;
    private readonly ReadOnlySpan<int> map = map;
    private int position;
    private Gap gap = Gap.Start;
    private TokenFlags here; // Code, Quote and Mention last until their closing sign
    private TokenFlags next; // Handle and Hashtag hold for one token
    private int chunkFirst; // first token since the last white space: what a link covers
    private bool chunkIsLink;

    public Token[] Tokens { get; private set; } = buffer;

    public int Count { get; private set; }

    public WordClass Classes { get; private set; }

    public Signs Signs { get; private set; }

    public void Run()
    {
        while (position < fold.Length)
        {
            var kind = CharKind.Of(fold[position]);
            if (kind is CharKind.Letter or CharKind.Digit)
                ReadToken();
            else
                ReadGap(kind);
        }

        EndChunk();
    }

    private void ReadGap(Gap kind)
    {
        var c = fold[position];
        switch (c)
        {
            case '\n':
                here &= ~(TokenFlags.Quote | TokenFlags.Mention);
                if ((gap & Gap.Line) != 0)
                    here &= TokenFlags.Code; // a blank line
                break;
            case '>':
                if ((here & TokenFlags.Mention) != 0)
                    here &= ~TokenFlags.Mention;
                else if (position == 0 || IsLineStart())
                    here |= TokenFlags.Quote;
                break;
            case '<':
                if (OpensMention())
                {
                    here |= TokenFlags.Mention;
                    Signs |= Signs.Mention;
                }

                break;
            case '[':
                Signs |= Signs.Square;
                break;
            case '`':
                here ^= TokenFlags.Code;
                while (position + 1 < fold.Length && fold[position + 1] == '`')
                    position++;
                break;
            case '@':
                Signs |= Signs.At;
                if (position > 0 && position + 1 < fold.Length && IsWord(fold[position - 1]) && IsWord(fold[position + 1]))
                    chunkIsLink = true;
                next |= TokenFlags.Handle;
                break;
            case '#':
                Signs |= Signs.Hash;
                next |= TokenFlags.Hashtag;
                break;
            case ':':
                Signs |= IsInside() ? Signs.InnerColon : Signs.None;
                if (position + 2 < fold.Length && fold[position + 1] == '/' && fold[position + 2] == '/')
                    chunkIsLink = true;
                break;
            case '.':
                Signs |= IsInside() ? Signs.InnerDot : Signs.None;
                break;
            case '^':
                Signs |= Signs.Caret;
                break;
            case '_':
                Signs |= Signs.Underscore;
                break;
        }

        if ((kind & (Gap.Space | Gap.Line)) != 0)
        {
            EndChunk();
            next = TokenFlags.None;
        }

        gap |= kind;
        position++;
    }

    private void ReadToken()
    {
        var start = position;
        var letters = 0;
        var digits = 0;
        var hash = WordHash.Seed;
        var split = -1; // where digits turned into letters, if that is the only turn
        var splitHash = 0UL;
        var turns = 0;
        var wasDigit = false;
        while (position < fold.Length)
        {
            var c = fold[position];
            var kind = CharKind.Of(c);
            if (kind == CharKind.Letter)
            {
                if (wasDigit)
                {
                    split = turns++ == 0 && letters == 0 ? position : -1;
                    splitHash = hash;
                }

                letters++;
                wasDigit = false;
            }
            else if (kind == CharKind.Digit)
            {
                if (letters > 0 && !wasDigit)
                {
                    turns++;
                    split = -1;
                }

                digits++;
                wasDigit = true;
            }
            else if (!BindsInside(c, letters))
            {
                break;
            }

            hash = WordHash.Add(hash, c);
            position++;
        }

        if (digits == 0)
            AddWord(start, hash);
        else if (letters == 0)
            Add(new Token(start, position, hash, 0, WordClass.None, TokenKind.Number, LetterCase.None, Take(), gap));
        else
            AddMixed(start, hash, split, splitHash);
    }

    // An apostrophe between letters, asterisks that hide letters of a word.
    private readonly bool BindsInside(char c, int letters)
    {
        if (letters == 0 || position + 1 >= fold.Length || c is not ('\'' or '*'))
            return false;
        var after = fold[position + 1];
        return char.IsLetter(after) || (c == '*' && after == '*' && char.IsLetter(fold[position - 1]) && position + 2 < fold.Length && (char.IsLetter(fold[position + 2]) || fold[position + 2] == '*'));
    }

    private void AddWord(int start, ulong hash)
    {
        var end = position;
        var flags = Take();
        if (end - start > 2 && fold[end - 1] == 's' && fold[end - 2] == '\'')
        {
            end -= 2;
            hash = WordHash.Of(fold[start..end]);
            flags |= TokenFlags.Possessive;
        }

        Add(new Token(start, end, hash, 0, Lexicon.Of(hash), TokenKind.Word, CaseOf(start, end), flags, gap));
    }

    private void AddMixed(int start, ulong hash, int split, ulong splitHash)
    {
        Signs |= Signs.Mixed;
        var leet = Leetspeak.Read(fold[start..position], out var known);
        if (known != WordClass.None)
        {
            Add(new Token(start, position, leet, leet, known, TokenKind.Word, CaseOf(start, position), Take() | TokenFlags.Leet, gap));
        }
        else if (split > 0)
        {
            // 97yo, 5B, 20mg: the number and the word are worth more apart.
            Add(new Token(start, split, splitHash, 0, WordClass.None, TokenKind.Number, LetterCase.None, Take(), gap));
            AddWord(split, WordHash.Of(fold[split..position]));
        }
        else
        {
            Add(new Token(start, position, hash, leet, WordClass.None, TokenKind.Mixed, CaseOf(start, position), Take(), gap));
        }
    }

    private void Add(in Token token)
    {
        if (Count == Tokens.Length)
        {
            var larger = Tokens;
            Array.Resize(ref larger, Count * 2);
            Tokens = larger;
        }

        Tokens[Count++] = token;
        Classes |= token.Class;
        if (token.Kind is not TokenKind.Word)
            Signs |= Signs.Digit;
        if (token.Capital)
            Signs |= Signs.Capital;
        gap = Gap.None;
    }

    private TokenFlags Take()
    {
        var flags = here | next;
        next = TokenFlags.None;
        if ((gap & (Gap.Start | Gap.Line)) != 0 || ((gap & Gap.Stop) != 0 && (gap & (Gap.Space | Gap.Quote)) != 0))
            flags |= TokenFlags.SentenceStart;
        return flags;
    }

    private void EndChunk()
    {
        if (chunkIsLink)
        {
            Signs |= Signs.Link;
            for (var i = chunkFirst; i < Count; i++)
                Tokens[i] = Tokens[i] with { Flags = Tokens[i].Flags | TokenFlags.Link };
        }

        chunkFirst = Count;
        chunkIsLink = false;
    }

    private readonly LetterCase CaseOf(int start, int end)
    {
        if (map.IsEmpty)
            return AsciiCase(start, end);
        int upper = 0, lower = 0;
        var first = LetterCase.None;
        for (var i = start; i < end; i++)
        {
            var c = original[map[i]];
            if (char.IsSurrogate(c))
            {
                lower++; // mathematical letters: count as small
                continue;
            }

            var isUpper = c < 128 ? c is >= 'A' and <= 'Z' : char.IsUpper(c);
            var isLower = !isUpper && (c < 128 ? c is >= 'a' and <= 'z' : char.IsLower(c));
            upper += isUpper ? 1 : 0;
            lower += isLower ? 1 : 0;
            if (first is LetterCase.None && (isUpper || isLower))
                first = isUpper ? LetterCase.Upper : LetterCase.Lower;
        }

        return (first, upper, lower) switch
        {
            (LetterCase.None, _, _) => LetterCase.None,
            (LetterCase.Lower, 0, _) => LetterCase.Lower,
            (LetterCase.Lower, _, _) => LetterCase.Camel,
            (_, _, 0) => LetterCase.Upper,
            (_, 1, _) => LetterCase.Capitalised,
            _ => LetterCase.Mixed,
        };
    }

    // A fold of plain ASCII differs from its original in capitals only.
    private readonly LetterCase AsciiCase(int start, int end)
    {
        var folded = fold[start..end];
        var written = original.AsSpan(start, end - start);
        if (folded.SequenceEqual(written))
            return char.IsAsciiLetter(folded[0]) || folded.ContainsAnyInRange('a', 'z') ? LetterCase.Lower : LetterCase.None;
        int upper = 0, letters = 0;
        var capital = false;
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiLetter(folded[i]))
                continue;
            var isUpper = folded[i] != written[i];
            capital |= letters++ == 0 && isUpper;
            upper += isUpper ? 1 : 0;
        }

        return !capital ? LetterCase.Camel : upper == letters ? LetterCase.Upper : upper == 1 ? LetterCase.Capitalised : LetterCase.Mixed;
    }

    private readonly bool IsInside() => position > 0 && position + 1 < fold.Length && IsWord(fold[position - 1]) && (IsWord(fold[position + 1]) || fold[position + 1] == ':');

    private readonly bool OpensMention() =>
        position + 2 < fold.Length && (fold[position + 1] is '@' or '#' or '!' or ':' || fold[position + 2] is ':')
        && fold.Slice(position, Math.Min(120, fold.Length - position)).Contains('>');

    private readonly bool IsLineStart()
    {
        for (var i = position - 1; i >= 0 && position - i < 8; i--)
        {
            if (fold[i] == '\n')
                return true;
            if (fold[i] is not (' ' or '>' or '\t'))
                return false;
        }

        return position < 8;
    }

    private static bool IsWord(char c) => CharKind.Of(c) is CharKind.Letter or CharKind.Digit;
}
