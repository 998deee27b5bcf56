namespace GuidanceBot.Screening.Text;

/// <summary>An open-addressed table from a word's hash to its classes, six bytes a slot: some 200,000 words in 3 MB.</summary>
internal sealed class WordTable
{
    private readonly uint[] checks;
    private readonly ushort[] sets;
    private readonly List<WordClass> combinations = [WordClass.None];
    private readonly Dictionary<WordClass, ushort> numbers = new() { [WordClass.None] = 0 };
    private readonly int mask;
    private WordClass[] classes = [];

    public WordTable(int words)
    {
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, words * 2));
        checks = new uint[size];
        sets = new ushort[size];
        mask = size - 1;
    }

    /// <summary>Adds classes to a word. Only before the first <see cref="Find"/>.</summary>
    public void Add(ulong hash, WordClass more)
    {
        var check = Check(hash);
        var slot = (int)hash & mask;
        while (checks[slot] != 0 && checks[slot] != check)
            slot = (slot + 1) & mask;

        checks[slot] = check;
        sets[slot] = Number(combinations[sets[slot]] | more);
    }

    /// <summary>Takes classes from a word.</summary>
    public void Remove(ulong hash, WordClass less)
    {
        var check = Check(hash);
        for (var slot = (int)hash & mask; checks[slot] != 0; slot = (slot + 1) & mask)
        {
            if (checks[slot] == check)
                sets[slot] = Number(combinations[sets[slot]] & ~less);
        }
    }

    /// <summary>Ends filling.</summary>
    public void Freeze() => classes = [.. combinations];

    public WordClass Find(ulong hash)
    {
        var check = Check(hash);
        for (var slot = (int)hash & mask; checks[slot] != 0; slot = (slot + 1) & mask)
        {
            if (checks[slot] == check)
                return classes[sets[slot]];
        }

        return WordClass.None;
    }

    private static uint Check(ulong hash) => (uint)(hash >> 32) | 1;

    private ushort Number(WordClass combination)
    {
        if (!numbers.TryGetValue(combination, out var number))
        {
            number = (ushort)combinations.Count;
            combinations.Add(combination);
            numbers.Add(combination, number);
        }

        return number;
    }
}
