using System.Numerics;

namespace GuidanceBot.Screening.Text;

/// <summary>
/// An open-addressed table from a word's hash to a number other than 0. A slot is one machine word, half of it to know the word again,
/// so that a search mostly touches one line of the processor's cache: 385,000 words take 4 MB.
/// </summary>
internal sealed class WordSlots(int words)
{
    private const int CheckShift = 32;

    private readonly ulong[] slots = new ulong[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words * 4L / 3))];

    /// <summary>The number of a word, 0 when the table does not have it. To be written only before the table is shared.</summary>
    public uint this[ulong hash]
    {
        get => (uint)slots[At(hash)];
        set => slots[At(hash)] = hash >> CheckShift << CheckShift | value;
    }

    /// <summary>
    /// The slots of words one after the other, to be given to <see cref="Find"/>. Large tables do not fit the processor's cache, and asked for
    /// in a row like this the answers travel at the same time.
    /// </summary>
    public void Fetch(ReadOnlySpan<Token> tokens, Span<ulong> into)
    {
        var table = slots;
        for (var i = 0; i < tokens.Length; i++)
            into[i] = table[(uint)tokens[i].Hash & (uint)(table.Length - 1)];
    }

    /// <summary>The number of a word whose slot was fetched.</summary>
    public uint Find(ulong hash, ulong fetched) =>
        fetched == 0 || fetched >> CheckShift == hash >> CheckShift ? (uint)fetched : this[hash];

    // The word's slot, or the empty one where it would go.
    private uint At(ulong hash)
    {
        var table = slots;
        var at = (uint)hash & (uint)(table.Length - 1);
        while (table[at] != 0 && table[at] >> CheckShift != hash >> CheckShift)
            at = (at + 1) & (uint)(table.Length - 1);
        return at;
    }
}
