using System.Text;

namespace GuidanceBot.Screening.Text;

/// <summary>Reads the word lists that are built into the assembly (Words/NOTICE.md says where they come from).</summary>
internal sealed class LexiconFiles
{
    private const int RoughlyHowMany = 390_000;
    private const int LongestWord = 64;

    private readonly Dictionary<WordClass, uint> numbers = new() { [WordClass.None] = 0 };
    private readonly List<WordClass> classes = [WordClass.None];

    private LexiconFiles()
    {
        ReadWords();
        ReadClasses();
        Classes = [.. classes];
    }

    /// <summary>From a word to the number of its combination of classes.</summary>
    public WordSlots Slots { get; } = new(RoughlyHowMany);

    /// <summary>The combinations by number: a few hundred.</summary>
    public WordClass[] Classes { get; }

    /// <summary>Reads the lists.</summary>
    public static LexiconFiles Load() => new();

    // Read as bytes where they lie in the assembly: 385,000 lines would make as many strings.
    private unsafe void ReadWords()
    {
        using var stream = (UnmanagedMemoryStream)Stream("words.txt");
        Span<char> word = stackalloc char[LongestWord];
        var rest = new ReadOnlySpan<byte>(stream.PositionPointer, (int)stream.Length);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            var space = line.IndexOf((byte)' ');
            if (space <= 0)
                continue;
            var length = Encoding.ASCII.GetChars(line[..space], word);
            var known = WordClass.None;
            foreach (var mark in line[(space + 1)..])
                known |= Class(mark);
            Add(WordHash.Of(word[..length]), known);
        }
    }

    private static WordClass Class(byte mark) => (char)mark switch
    {
        'c' => WordClass.Common,
        'd' => WordClass.English,
        'e' => WordClass.RareEnglish,
        'G' => WordClass.Given | WordClass.TopGiven,
        'g' => WordClass.Given,
        'h' => WordClass.RareGiven,
        'f' => WordClass.Family,
        'r' => WordClass.RareFamily,
        'x' => WordClass.ListedName,
        'P' => WordClass.Place | WordClass.City,
        'p' => WordClass.Place,
        _ => WordClass.None,
    };

    private void ReadClasses()
    {
        using var reader = Open("classes.txt");
        var current = WordClass.None;
        var removing = false;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
                continue;
            if (line.StartsWith('['))
            {
                removing = line[1] == '-';
                current = Enum.Parse<WordClass>(line.Trim('[', ']', '-'));
                continue;
            }

            foreach (var range in line.AsSpan().Split(' '))
            {
                var word = line.AsSpan()[range];
                if (word.IsEmpty)
                    continue;
                var hash = WordHash.Of(word);
                if (removing)
                    Remove(hash, current);
                else
                    Add(hash, current);
            }
        }
    }

    private void Add(ulong hash, WordClass more) => Slots[hash] = Number(classes[(int)Slots[hash]] | more);

    private void Remove(ulong hash, WordClass less)
    {
        if (Slots[hash] is not 0 and var number)
            Slots[hash] = Number(classes[(int)number] & ~less);
    }

    private uint Number(WordClass combination)
    {
        if (numbers.TryGetValue(combination, out var number))
            return number;
        classes.Add(combination);
        return numbers[combination] = (uint)classes.Count - 1;
    }

    internal static StreamReader Open(string name) => new(Stream(name), Encoding.UTF8);

    private static Stream Stream(string name) =>
        typeof(LexiconFiles).Assembly.GetManifestResourceStream($"GuidanceBot.Screening.Words.{name}")
        ?? throw new InvalidOperationException($"The word list {name} is missing from the assembly.");
}
