namespace GuidanceBot.Screening.Text;

/// <summary>Reads what stands between tokens: gaps, and the signs that open and close code, quotes, mentions and links.</summary>
internal ref struct GapReader(ReadOnlySpan<char> fold)
{
    private readonly ReadOnlySpan<char> fold = fold;
    private TokenFlags here; // Code, Quote and Mention last until their closing sign
    private TokenFlags next; // Handle and Hashtag hold for one token

    /// <summary>What stood before the token that comes.</summary>
    public Gap Gap { get; set; } = Gap.Start;

    /// <summary>The signs seen so far.</summary>
    public Signs Signs { get; private set; }

    /// <summary>Whether the characters since the last white space are a link.</summary>
    public bool IsLink { get; private set; }

    /// <summary>The token that comes begins after white space.</summary>
    public void EndChunk()
    {
        next = TokenFlags.None;
        IsLink = false;
    }

    /// <summary>The flags of the token that comes.</summary>
    public TokenFlags Take()
    {
        var flags = here | next;
        next = TokenFlags.None;
        if ((Gap & (Gap.Start | Gap.Line)) != 0 || ((Gap & Gap.Stop) != 0 && (Gap & (Gap.Space | Gap.Quote)) != 0))
            flags |= TokenFlags.SentenceStart;
        return flags;
    }

    /// <summary>Reads the sign at a position that is not white space; the last position that belongs to it.</summary>
    public int ReadSign(int position)
    {
        switch (fold[position])
        {
            case '>':
                if ((here & TokenFlags.Mention) != 0)
                    here &= ~TokenFlags.Mention;
                else if (position == 0 || IsLineStart(position))
                    here |= TokenFlags.Quote;
                break;
            case '<':
                if (OpensMention(position))
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
                    IsLink = true;
                next |= TokenFlags.Handle;
                break;
            case '#':
                Signs |= Signs.Hash;
                next |= TokenFlags.Hashtag;
                break;
            case ':':
                Signs |= IsInside(position) ? Signs.InnerColon : Signs.None;
                if (position + 2 < fold.Length && fold[position + 1] == '/' && fold[position + 2] == '/')
                    IsLink = true;
                break;
            case '.':
                Signs |= IsInside(position) ? Signs.InnerDot : Signs.None;
                break;
            case '^':
                Signs |= Signs.Caret;
                break;
            case '_':
                Signs |= Signs.Underscore;
                break;
        }

        return position;
    }

    /// <summary>A line ends: so do quotes and mentions, and with a blank line all but code.</summary>
    public void EndLine()
    {
        here &= ~(TokenFlags.Quote | TokenFlags.Mention);
        if ((Gap & Gap.Line) != 0)
            here &= TokenFlags.Code;
    }

    private readonly bool IsInside(int position) =>
        position > 0 && position + 1 < fold.Length && IsWord(fold[position - 1]) && (IsWord(fold[position + 1]) || fold[position + 1] == ':');

    private readonly bool OpensMention(int position) =>
        position + 2 < fold.Length && (fold[position + 1] is '@' or '#' or '!' or ':' || fold[position + 2] is ':')
        && fold.Slice(position, Math.Min(120, fold.Length - position)).Contains('>');

    private readonly bool IsLineStart(int position)
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
