namespace GuidanceBot.Screening.Rules;

/// <summary>Every word that the packs know, numbered by its hash. Words they do not know are all number 0.</summary>
internal sealed class WordTable
{
    /// <summary>The first number of a word; 0 is every unknown one.</summary>
    public const int FirstWord = 1;

    private readonly ulong[] hashes;
    private readonly int[] numbers;

    /// <summary>Numbers the hashes in their order, from <see cref="FirstWord"/> on.</summary>
    public WordTable(IReadOnlyCollection<ulong> words)
    {
        Count = words.Count + FirstWord;
        var size = 64;
        while (size < words.Count * 3)
            size *= 2;
        hashes = new ulong[size];
        numbers = new int[size];
        var number = FirstWord;
        foreach (var word in words)
            Put(word, number++);
    }

    /// <summary>How many numbers there are, 0 included.</summary>
    public int Count { get; }

    /// <summary>The number of the word with this hash, 0 when no pack knows it.</summary>
    public int Find(ulong hash)
    {
        for (var at = (int)hash & (hashes.Length - 1); numbers[at] != 0; at = (at + 1) & (hashes.Length - 1))
        {
            if (hashes[at] == hash)
                return numbers[at];
        }

        return 0;
    }

    private void Put(ulong hash, int number)
    {
        var at = (int)hash & (hashes.Length - 1);
        while (numbers[at] != 0)
            at = (at + 1) & (hashes.Length - 1);
        hashes[at] = hash;
        numbers[at] = number;
    }
}
