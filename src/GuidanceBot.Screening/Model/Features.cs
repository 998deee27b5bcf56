namespace GuidanceBot.Screening.Model;

/// <summary>What the model weighs: each word, the class it belongs to, each pair of neighbours and the longer phrases that themes have. Training and screening share it.</summary>
internal static class Features
{
    // Stand before the first unit and after the last, so that how a message begins and ends is a pair too.
    private const uint Edge = 3;

    /// <summary>Gives the features of a stretch of a message to <paramref name="sink"/>, each with the unit it ends at.</summary>
    public static void Read<TSink>(ReadOnlySpan<Unit> units, ref TSink sink)
        where TSink : IFeatureSink, allows ref struct
    {
        var before = Edge;
        var pair = 0UL;
        var three = 0UL;
        for (var i = 0; i < units.Length; i++)
        {
            ref readonly var unit = ref units[i];
            sink.Add(Word(unit.Word), i);
            if (unit.General != unit.Word)
                sink.Add(Word(unit.General), i);
            var last = Pair(before, unit.Word);
            sink.Add(last, i);
            if (i > 1)
            {
                if (i > 2)
                    sink.Add(Longer(three, unit.Word), i);
                three = Longer(pair, unit.Word);
                sink.Add(three, i);
            }

            pair = last;
            before = unit.Word;
        }

        if (units.Length > 0)
            sink.Add(Pair(before, Edge), units.Length - 1);
    }

    /// <summary>The feature of a word or of a class of words.</summary>
    public static ulong Word(uint unit) => Mix(unit, 0x632be5ab);

    /// <summary>The feature of two neighbours.</summary>
    public static ulong Pair(uint first, uint second) => Mix(((ulong)first << 32) | second, 0x85157af5);

    /// <summary>The feature of three or four words in a row, from that of the words before the last.</summary>
    public static ulong Longer(ulong words, uint last) => Mix(words ^ last, 0x1b873593);

    /// <summary>The feature of a rule that spoke.</summary>
    public static ulong Rule(string id) => Mix(Text.WordHash.Of(id), 0x27d4eb2f);

    private static ulong Mix(ulong value, ulong kind)
    {
        var x = (value + kind) * 0x9E3779B97F4A7C15;
        x ^= x >> 32;
        x *= 0xD6E8FEB86659FD93;
        return x ^ (x >> 29);
    }
}

/// <summary>Takes features one by one.</summary>
internal interface IFeatureSink
{
    /// <summary>Takes one feature and the unit it ends at.</summary>
    void Add(ulong feature, int unit);
}
