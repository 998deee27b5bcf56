namespace GuidanceBot.Screening.Text;

/// <summary>Cuts a fold into tokens in one pass.</summary>
/// <remarks>
/// A hyphen, underscore or dot ends a token, and the next one's gap says so: 87-year-old is three tokens. The buffer holds the fold and
/// <see cref="WordHash.BlockLength"/> characters more.
/// </remarks>
internal ref struct Tokenizer(ReadOnlySpan<char> buffer, CharBits bits, Token[] tokens)
{
    private readonly ReadOnlySpan<char> buffer = buffer;
    private readonly ReadOnlySpan<char> fold = buffer[..bits.Length];
    private GapReader gaps = new(buffer[..bits.Length]);
    private int position;
    private int chunkFirst; // first token since the last white space: what a link covers
    private int lettersInRow;

    public Token[] Tokens { get; private set; } = tokens;

    public int Count { get; private set; }

    public Signs Signs { get; private set; }

    /// <summary>How many one-letter words stand in a row at most.</summary>
    public int MostLettersInRow { get; private set; }

    public void Run()
    {
        while (position < fold.Length)
        {
            var start = bits.NextWord(position);
            if (start == position + 1 && fold[position] == ' ')
            {
                EndChunk();
                gaps.Gap |= Gap.Space;
            }
            else
            {
                ReadGap(start);
            }

            position = start;
            if (start < fold.Length)
                ReadToken();
        }

        EndChunk();
        Signs |= gaps.Signs;
    }

    private void ReadGap(int end)
    {
        for (var i = position; i < end; i++)
        {
            var kind = CharKind.Of(fold[i]);
            if ((kind & (Gap.Space | Gap.Line)) != 0)
            {
                if (fold[i] == '\n')
                    gaps.EndLine();
                EndChunk();
            }
            else
            {
                i = gaps.ReadSign(i);
            }

            gaps.Gap |= kind;
        }
    }

    private void ReadToken()
    {
        var start = position;
        var end = bits.EndOfWord(start);
        var digits = bits.Digits(start, end);
        if (digits == end - start)
        {
            position = end;
            Add(start, end, WordHash.In(buffer, start, end - start), TokenKind.Number);
        }
        else if (digits == 0 && !BindsInside(end))
        {
            position = end;
            AddWord(start, end, TokenFlags.None);
        }
        else
        {
            ReadBound();
        }
    }

    // A word with apostrophes or asterisks inside, or a mix of letters and digits.
    private void ReadBound()
    {
        var start = position;
        int letters = 0, digits = 0, turns = 0;
        var split = -1; // where digits turned into letters, if that is the only turn
        var wasDigit = false;
        for (; position < fold.Length; position++)
        {
            var kind = CharKind.Of(fold[position]);
            if (kind == CharKind.Letter)
            {
                if (wasDigit)
                    split = turns++ == 0 && letters == 0 ? position : -1;
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
            else if (letters == 0 || !BindsInside(position))
            {
                break;
            }
        }

        if (digits == 0)
            AddPerhapsPossessive(start, position);
        else
            AddMixed(start, split);
    }

    // An apostrophe between letters, asterisks that hide letters of a word.
    private readonly bool BindsInside(int at)
    {
        if (at + 1 >= fold.Length || fold[at] is not ('\'' or '*'))
            return false;
        var after = fold[at + 1];
        return char.IsLetter(after) || (fold[at] == '*' && after == '*' && char.IsLetter(fold[at - 1]) && at + 2 < fold.Length && (char.IsLetter(fold[at + 2]) || fold[at + 2] == '*'));
    }

    private void AddPerhapsPossessive(int start, int end)
    {
        if (end - start > 2 && fold[end - 1] == 's' && fold[end - 2] == '\'')
            AddWord(start, end - 2, TokenFlags.Possessive);
        else
            AddWord(start, end, TokenFlags.None);
    }

    private void AddMixed(int start, int split)
    {
        Signs |= Signs.Mixed;
        var leet = Leetspeak.Read(fold[start..position], out var known);
        if (known != WordClass.None)
        {
            Add(start, position, leet, TokenKind.Word, TokenFlags.Leet);
        }
        else if (split > 0)
        {
            // 97yo, 5B, 20mg: the number and the word are worth more apart.
            Add(start, split, WordHash.In(buffer, start, split - start), TokenKind.Number);
            AddPerhapsPossessive(split, position);
        }
        else
        {
            Add(start, position, WordHash.In(buffer, start, position - start), TokenKind.Mixed);
        }
    }

    private void AddWord(int start, int end, TokenFlags flags) => Add(start, end, WordHash.In(buffer, start, end - start), TokenKind.Word, flags);

    private void Add(int start, int end, ulong hash, TokenKind kind, TokenFlags flags = TokenFlags.None)
    {
        if (Count == Tokens.Length)
        {
            var larger = Tokens;
            Array.Resize(ref larger, Count * 2);
            Tokens = larger;
        }

        var letterCase = kind is TokenKind.Number ? LetterCase.None : bits.CaseOf(start, end);
        Tokens[Count] = new Token(start, end, hash, kind, letterCase, gaps.Take() | flags, gaps.Gap);
        if (kind is not TokenKind.Word)
            Signs |= Signs.Digit;
        if (Tokens[Count++].Capital)
            Signs |= Signs.Capital;
        gaps.Gap = Gap.None;
        lettersInRow = end - start == 1 && kind is TokenKind.Word ? lettersInRow + 1 : 0;
        MostLettersInRow = Math.Max(MostLettersInRow, lettersInRow);
    }

    private void EndChunk()
    {
        if (gaps.IsLink)
        {
            Signs |= Signs.Link;
            for (var i = chunkFirst; i < Count; i++)
                Tokens[i].Flags |= TokenFlags.Link;
        }

        chunkFirst = Count;
        gaps.EndChunk();
    }
}
