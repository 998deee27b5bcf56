using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace GuidanceBot.Screening.Model;

/// <summary>
/// The weights of all features, a row of <see cref="Lanes"/> small integers each, one per category. Trained by
/// <c>tests/GuidanceBot.Training</c>, which writes the file that is built into the assembly.
/// </summary>
internal sealed class Weights
{
    /// <summary>Places in a row: one per category, in the order of <see cref="FindingCategory"/>; the rest is zero.</summary>
    public const int Lanes = 16;

    private const uint Magic = 0x314d4247; // GBM1

    // Most pairs of words have no weight; a bit says so without a walk to the table.
    private readonly ulong[] seen;
    private readonly ulong[] keys;
    private readonly sbyte[] rows;
    private readonly int mask;

    private Weights(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
            throw new InvalidOperationException("The weights of the screening model are missing or of another version; train them again.");
        var count = BinaryPrimitives.ReadInt32LittleEndian(file[4..]);
        var at = 8;
        Scales = Floats(file, ref at);
        Biases = Floats(file, ref at);
        Thresholds = Floats(file, ref at);
        Vetoes = Floats(file, ref at);

        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 2));
        mask = size - 1;
        keys = new ulong[size];
        rows = new sbyte[size * Lanes];
        seen = new ulong[1 << 14];
        for (var i = 0; i < count; i++, at += 8 + Lanes)
            Put(BinaryPrimitives.ReadUInt64LittleEndian(file[at..]), MemoryMarshal.Cast<byte, sbyte>(file.Slice(at + 8, Lanes)));
    }

    /// <summary>What one step of a category's integers is worth.</summary>
    public float[] Scales { get; }

    /// <summary>Where each category starts.</summary>
    public float[] Biases { get; }

    /// <summary>The sum from which a category is found at normal sensitivity.</summary>
    public float[] Thresholds { get; }

    /// <summary>The sum below which the model contradicts a rule.</summary>
    public float[] Vetoes { get; }

    /// <summary>Reads the file that is built into the assembly.</summary>
    public static unsafe Weights Load()
    {
        using var stream = typeof(Weights).Assembly.GetManifestResourceStream("GuidanceBot.Screening.Model.weights.bin") as UnmanagedMemoryStream
            ?? throw new InvalidOperationException("The weights of the screening model are missing from the assembly.");
        return new Weights(new ReadOnlySpan<byte>(stream.PositionPointer, (int)stream.Length));
    }

    /// <summary>Reads weights from the content of a file.</summary>
    public static Weights Read(ReadOnlySpan<byte> file) => new(file);

    /// <summary>The file's content.</summary>
    public static byte[] Write(IReadOnlyDictionary<ulong, sbyte[]> rows, float[] scales, float[] biases, float[] thresholds, float[] vetoes)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        writer.Write(Magic);
        writer.Write(rows.Count);
        foreach (var value in scales.Concat(biases).Concat(thresholds).Concat(vetoes))
            writer.Write(value);
        foreach (var (key, row) in rows.OrderBy(r => r.Key))
        {
            writer.Write(key);
            writer.Write(MemoryMarshal.AsBytes(row.AsSpan()));
        }

        return stream.ToArray();
    }

    /// <summary>Adds the row of a feature to the sums; false when it has none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(ulong feature, ref Vector256<int> low, ref Vector256<int> high)
    {
        if ((seen[(int)(feature >> 44) >> 6] & (1UL << (int)(feature >> 44))) == 0)
            return false;
        var row = Row(feature);
        if (row < 0)
            return false;
        var wide = Vector256.WidenLower(Vector128.LoadUnsafe(ref rows[row]).ToVector256Unsafe());
        low += Vector256.WidenLower(wide);
        high += Vector256.WidenUpper(wide);
        return true;
    }

    /// <summary>The weight of a feature for one category, in steps; 0 when it has none.</summary>
    public int Of(ulong feature, int category)
    {
        var row = Row(feature);
        return row < 0 ? 0 : rows[row + category];
    }

    /// <summary>Whether the feature was seen in training.</summary>
    public bool Knows(ulong feature) => Row(feature) >= 0;

    private int Row(ulong feature)
    {
        for (var slot = (int)feature & mask; keys[slot] != 0; slot = (slot + 1) & mask)
        {
            if (keys[slot] == feature)
                return slot * Lanes;
        }

        return -1;
    }

    private void Put(ulong feature, ReadOnlySpan<sbyte> row)
    {
        var slot = (int)feature & mask;
        while (keys[slot] != 0)
            slot = (slot + 1) & mask;
        keys[slot] = feature;
        row.CopyTo(rows.AsSpan(slot * Lanes));
        seen[(int)(feature >> 44) >> 6] |= 1UL << (int)(feature >> 44);
    }

    private static float[] Floats(ReadOnlySpan<byte> file, ref int at)
    {
        var values = MemoryMarshal.Cast<byte, float>(file.Slice(at, Lanes * sizeof(float))).ToArray();
        at += Lanes * sizeof(float);
        return values;
    }
}
