using System.Numerics;

namespace GuidanceBot.Screening.Text;

/// <summary>What each character of a fold is, as bits, so that words are found 64 characters at a time. Reused from text to text.</summary>
internal sealed class CharBits
{
    private const int BlockLength = 64;

    private Block[] blocks = new Block[16];

    /// <summary>How many characters it speaks of.</summary>
    public int Length { get; private set; }

    /// <summary>Makes room for so many characters, all of them nothing yet.</summary>
    public void Begin(int length)
    {
        Length = length;
        var needed = length / BlockLength + 2; // one of zeros at the end stops every search
        if (blocks.Length < needed)
            blocks = new Block[needed + needed / 4];
        blocks.AsSpan(0, needed).Clear();
    }

    /// <summary>Adds up to 64 characters' bits that all lie in one block.</summary>
    public void Add(int position, ulong letters, ulong digits, ulong upper)
    {
        ref var block = ref blocks[position / BlockLength];
        block.Word |= (letters | digits) << position;
        block.Digit |= digits << position;
        block.Upper |= upper << position;
        block.Lower |= (letters & ~upper) << position;
    }

    /// <summary>Reads a fold whose characters differ from the original in more than their case.</summary>
    public void Read(ReadOnlySpan<char> fold, string original, ReadOnlySpan<int> map)
    {
        Begin(fold.Length);
        var cased = false; // whether the word has had a letter with a case
        for (var i = 0; i < fold.Length; i++)
        {
            var kind = CharKind.Of(fold[i]);
            var written = original[map[i]];
            var bit = 1UL << i;
            ref var block = ref blocks[i / BlockLength];
            if (kind is CharKind.Letter or CharKind.Digit)
                block.Word |= bit;
            if (kind is CharKind.Digit)
                block.Digit |= bit;
            if (fold[i] is not ('\'' or '*') && (block.Word & bit) == 0)
                cased = false;
            else if (char.IsUpper(written))
                (block.Upper, cased) = (block.Upper | bit, true);
            else if (char.IsLower(written) || cased && char.IsSurrogate(written)) // mathematical letters go on in small ones
                (block.Lower, cased) = (block.Lower | bit, true);
        }
    }

    /// <summary>The first letter or digit at or after a position; the length when there is none.</summary>
    public int NextWord(int from)
    {
        var at = from / BlockLength;
        var left = blocks[at].Word >> from;
        if (left != 0)
            return from + BitOperations.TrailingZeroCount(left);
        for (at++; at * BlockLength < Length; at++)
        {
            if (blocks[at].Word != 0)
                return at * BlockLength + BitOperations.TrailingZeroCount(blocks[at].Word);
        }

        return Length;
    }

    /// <summary>The first position after <paramref name="from"/> that is neither letter nor digit.</summary>
    public int EndOfWord(int from)
    {
        var at = from / BlockLength;
        var left = ~blocks[at].Word >> from;
        if (left != 0)
            return from + BitOperations.TrailingZeroCount(left);
        for (at++; blocks[at].Word == ulong.MaxValue; at++)
        {
            // a word of hundreds of letters
        }

        return at * BlockLength + BitOperations.TrailingZeroCount(~blocks[at].Word);
    }

    /// <summary>How many digits stand in a stretch.</summary>
    public int Digits(int start, int end)
    {
        var count = 0;
        for (; start < end; start += BlockLength)
            count += BitOperations.PopCount(Take(blocks[start / BlockLength].Digit, blocks[start / BlockLength + 1].Digit, start, end));
        return count;
    }

    /// <summary>How the letters of a stretch stood in the original.</summary>
    public LetterCase CaseOf(int start, int end)
    {
        int upper = 0, lower = 0;
        var first = LetterCase.None;
        for (; start < end; start += BlockLength)
        {
            ref var block = ref blocks[start / BlockLength];
            ref var next = ref blocks[start / BlockLength + 1];
            var large = Take(block.Upper, next.Upper, start, end);
            var small = Take(block.Lower, next.Lower, start, end);
            if (first is LetterCase.None && (large | small) != 0)
                first = BitOperations.TrailingZeroCount(large) < BitOperations.TrailingZeroCount(small) ? LetterCase.Upper : LetterCase.Lower;
            upper += BitOperations.PopCount(large);
            lower += BitOperations.PopCount(small);
        }

        if (upper == 0)
            return first;
        return first is LetterCase.Lower ? LetterCase.Camel : lower == 0 ? LetterCase.Upper : upper == 1 ? LetterCase.Capitalised : LetterCase.Mixed;
    }

    // The bits from start on, at most 64 of them and none past the end.
    private static ulong Take(ulong bits, ulong next, int start, int end)
    {
        var shift = start % BlockLength;
        var taken = bits >> shift | (shift == 0 ? 0 : next << (BlockLength - shift));
        return end - start >= BlockLength ? taken : taken & ((1UL << (end - start)) - 1);
    }

    private struct Block
    {
        public ulong Word, Digit, Upper, Lower;
    }
}
