using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;

namespace GuidanceBot.Screening.Model;

/// <summary>
/// The weights of all features, a row of <see cref="Lanes"/> small integers each, one per category. Trained by
/// <c>tests/GuidanceBot.Training</c>, which writes the file that is built into the assembly.
/// </summary>
internal sealed class Weights
{
    /// <summary>Places in a row: one per category, in the order of <see cref="FindingCategory"/>; the rest is zero.</summary>
    public const int Lanes = 16;

    private const uint Magic = 0x324d4247; // GBM2

    // A bit for each of 2^20 values of a feature's highest bits.
    private const int SeenLength = 1 << 14;

    // Profanity has no words of its own to learn, so that a category fits into each of twelve bytes and the feature's check into four:
    // a feature is one load from memory.
    private const int Learnt = 12;

    private const int KeyLane = 3;

    // Most pairs of words have no weight; a bit says so without a walk to the table.
    private readonly ulong[] seen;
    private readonly Vector128<uint>[] rows;
    private readonly int mask;

    private Weights(ReadOnlySpan<byte> file)
    {
        if (file.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(file) != Magic)
            throw new InvalidOperationException("The weights of the screening model are missing or of another version; train them again.");
        Version = Convert.ToHexStringLower(file[4..8]);
        var at = 8;
        Scales = Take<float>(file, Lanes, ref at);
        Biases = Take<float>(file, Lanes, ref at);
        Thresholds = Take<float>(file, Lanes, ref at);
        Vetoes = Take<float>(file, Lanes, ref at);
        seen = Take<ulong>(file, SeenLength, ref at);
        rows = MemoryMarshal.Cast<byte, Vector128<uint>>(file[at..]).ToArray();
        mask = rows.Length - 1;
    }

    /// <summary>A short hash of the weights, written beside each finding that is kept.</summary>
    public string Version { get; }

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

    /// <summary>The file's content: the tables as they will lie in memory, so that reading it is copying it.</summary>
    public static byte[] Write(IReadOnlyDictionary<ulong, sbyte[]> features, float[] scales, float[] biases, float[] thresholds, float[] vetoes)
    {
        var seen = new ulong[SeenLength];
        var rows = new Vector128<uint>[BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, features.Count * 4 / 3))];
        foreach (var (feature, weights) in features.OrderBy(f => f.Key))
            Put(feature, weights, rows, seen);

        using var content = new MemoryStream();
        foreach (var values in (float[][])[scales, biases, thresholds, vetoes])
            content.Write(MemoryMarshal.AsBytes(values.AsSpan()));
        content.Write(MemoryMarshal.AsBytes(seen.AsSpan()));
        content.Write(MemoryMarshal.AsBytes(rows.AsSpan()));
        return [.. BitConverter.GetBytes(Magic), .. SHA256.HashData(content.ToArray()).AsSpan(0, 4), .. content.ToArray()];
    }

    /// <summary>Adds the row of a feature to the sums, whose places <see cref="Place"/> names.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ulong feature, ref Vector256<int> low, ref Vector256<int> high)
    {
        if ((seen[(int)(feature >> 44) >> 6] & (1UL << (int)(feature >> 44))) == 0)
            return;
        var row = Row(feature);
        if (row < 0)
            return;
        var wide = Vector256.WidenLower(rows[row].WithElement(KeyLane, 0u).AsSByte().ToVector256Unsafe());
        low += Vector256.WidenLower(wide);
        high += Vector256.WidenUpper(wide);
    }

    /// <summary>The weight of a feature for one category, in steps; 0 when it has none.</summary>
    public int Of(ulong feature, int category)
    {
        var row = Row(feature);
        return row < 0 || Place(category) >= Learnt ? 0 : rows[row].AsSByte()[Place(category)];
    }

    /// <summary>Whether the feature was seen in training.</summary>
    public bool Knows(ulong feature) => Row(feature) >= 0;

    /// <summary>Where in a row a category stands.</summary>
    public static int Place(int category) => category switch
    {
        (int)FindingCategory.Profanity => Learnt,
        (int)FindingCategory.Distress => (int)FindingCategory.Profanity,
        _ => category,
    };

    private int Row(ulong feature)
    {
        var key = Key(feature);
        for (var slot = (int)feature & mask; ; slot = (slot + 1) & mask)
        {
            var there = rows[slot][KeyLane];
            if (there == key)
                return slot;
            if (there == 0)
                return -1;
        }
    }

    private static void Put(ulong feature, ReadOnlySpan<sbyte> weights, Vector128<uint>[] rows, ulong[] seen)
    {
        var slot = (int)feature & (rows.Length - 1);
        while (rows[slot][KeyLane] != 0)
            slot = (slot + 1) & (rows.Length - 1);
        var row = Vector128<sbyte>.Zero;
        for (var category = 0; category < weights.Length; category++)
        {
            if (Place(category) < Learnt)
                row = row.WithElement(Place(category), weights[category]);
        }

        rows[slot] = row.AsUInt32().WithElement(KeyLane, Key(feature));
        seen[(int)(feature >> 44) >> 6] |= 1UL << (int)(feature >> 44);
    }

    private static uint Key(ulong feature) => (uint)(feature >> 20) | 1;

    private static T[] Take<T>(ReadOnlySpan<byte> file, int count, ref int at)
        where T : unmanaged
    {
        var values = MemoryMarshal.Cast<byte, T>(file.Slice(at, count * Unsafe.SizeOf<T>())).ToArray();
        at += count * Unsafe.SizeOf<T>();
        return values;
    }
}
