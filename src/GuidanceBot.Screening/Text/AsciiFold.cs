using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GuidanceBot.Screening.Text;

/// <summary>Folds plain ASCII, which nearly every message is, sixteen characters at a time: nothing changes but capitals.</summary>
internal static class AsciiFold
{
    private const int Step = 16;

    /// <summary>How much longer than the text the fold must be.</summary>
    public const int Spare = Step;

    /// <summary>Folds and classifies a text; false, with nothing of use done, when it holds anything but plain ASCII.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, Span<char> fold, CharBits bits)
    {
        bits.Begin(text.Length);
        var from = MemoryMarshal.Cast<char, ushort>(text);
        var to = MemoryMarshal.Cast<char, ushort>(fold);
        var at = 0;
        for (; at + Step <= from.Length; at += Step)
        {
            if (!TryStep(from.Slice(at, Step), to.Slice(at, Step), bits, at))
                return false;
        }

        if (at == from.Length)
            return true;
        Span<ushort> rest = stackalloc ushort[Step];
        rest.Fill(' ');
        from[at..].CopyTo(rest);
        return TryStep(rest, to.Slice(at, Step), bits, at);
    }

    private static bool TryStep(ReadOnlySpan<ushort> from, Span<ushort> to, CharBits bits, int at)
    {
        var low = Vector128.Create(from);
        var high = Vector128.Create(from[8..]);
        if (((low | high) & Vector128.Create((ushort)0xff80)) != Vector128<ushort>.Zero)
            return false;
        var chars = Vector128.Narrow(low, high);
        var control = Vector128.LessThan(chars, Vector128.Create((byte)' ')) & ~(Is(chars, '\n') | Is(chars, '\t') | Is(chars, '\r')) | Is(chars, '\u007f');
        if (control != Vector128<byte>.Zero)
            return false;

        var upper = Between(chars, 'A', 'Z');
        var lowered = chars | upper & Vector128.Create((byte)0x20);
        var letters = Between(lowered, 'a', 'z').ExtractMostSignificantBits();
        var digits = Between(chars, '0', '9').ExtractMostSignificantBits();
        bits.Add(at, letters, digits, upper.ExtractMostSignificantBits());
        var (first, second) = Vector128.Widen(lowered);
        first.CopyTo(to);
        second.CopyTo(to[8..]);
        return true;
    }

    private static Vector128<byte> Is(Vector128<byte> chars, char c) => Vector128.Equals(chars, Vector128.Create((byte)c));

    private static Vector128<byte> Between(Vector128<byte> chars, char first, char last) =>
        Vector128.LessThanOrEqual(chars - Vector128.Create((byte)first), Vector128.Create((byte)(last - first)));
}
