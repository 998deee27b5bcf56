using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GuidanceBot.Screening.Text;

/// <summary>The hash that tokens and word lists share: 64 bits, so that lists need not keep the words.</summary>
internal static class WordHash
{
    /// <summary>How many characters of a buffer must be readable after a word's beginning for <see cref="In"/>.</summary>
    public const int BlockLength = 8;

    private const ulong Seed = 0xcbf29ce484222325;

    /// <summary>The hash of a word that is already folded.</summary>
    public static ulong Of(ReadOnlySpan<char> folded)
    {
        Span<char> block = stackalloc char[BlockLength];
        var hash = Seed;
        for (; folded.Length > BlockLength; folded = folded[BlockLength..])
            hash = Mix(hash, Load(folded));
        block.Clear();
        folded.CopyTo(block);
        return Mix(hash, Load(block));
    }

    /// <summary>
    /// The same hash of a word inside a buffer, without a branch for words of up to eight characters.
    /// The buffer goes on for <see cref="BlockLength"/> characters after the word's last whole block; what stands there does not matter.
    /// </summary>
    public static ulong In(ReadOnlySpan<char> buffer, int start, int length)
    {
        var hash = Seed;
        for (; length > BlockLength; start += BlockLength, length -= BlockLength)
            hash = Mix(hash, Load(buffer[start..]));
        var inside = Vector128.LessThan(Vector128.Create((ushort)0, 1, 2, 3, 4, 5, 6, 7), Vector128.Create((ushort)length));
        return Mix(hash, Load(buffer[start..]) & inside);
    }

    private static Vector128<ushort> Load(ReadOnlySpan<char> chars) => Vector128.Create(MemoryMarshal.Cast<char, ushort>(chars[..BlockLength]));

    private static ulong Mix(ulong hash, Vector128<ushort> block)
    {
        var halves = block.AsUInt64();
        hash = (hash ^ halves.GetElement(0)) * 0x9E3779B97F4A7C15;
        hash = (hash ^ hash >> 32 ^ halves.GetElement(1)) * 0xD6E8FEB86659FD93;
        return hash ^ hash >> 32;
    }
}
