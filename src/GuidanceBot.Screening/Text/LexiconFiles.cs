using System.Text;

namespace GuidanceBot.Screening.Text;

/// <summary>Reads the word lists that are built into the assembly (Words/NOTICE.md says where they come from).</summary>
internal static class LexiconFiles
{
    private const int RoughlyHowMany = 400_000;

    /// <summary>The table of all lists.</summary>
    public static WordTable Load()
    {
        var table = new WordTable(RoughlyHowMany);
        ReadWords(table);
        ReadClasses(table);
        table.Freeze();
        return table;
    }

    // Read as bytes where they lie in the assembly: 385,000 lines would make as many strings.
    private static unsafe void ReadWords(WordTable table)
    {
        using var stream = (UnmanagedMemoryStream)Stream("words.txt");
        var rest = new ReadOnlySpan<byte>(stream.PositionPointer, (int)stream.Length);
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            var space = line.IndexOf((byte)' ');
            if (space <= 0)
                continue;
            var hash = WordHash.Seed;
            foreach (var c in line[..space])
                hash = WordHash.Add(hash, (char)c);
            var classes = WordClass.None;
            foreach (var mark in line[(space + 1)..])
                classes |= Class(mark);
            table.Add(hash, classes);
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

    private static void ReadClasses(WordTable table)
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
                if (removing)
                    table.Remove(WordHash.Of(word), current);
                else
                    table.Add(WordHash.Of(word), current);
            }
        }
    }

    internal static StreamReader Open(string name) => new(Stream(name), Encoding.UTF8);

    private static Stream Stream(string name) =>
        typeof(LexiconFiles).Assembly.GetManifestResourceStream($"GuidanceBot.Screening.Words.{name}")
        ?? throw new InvalidOperationException($"The word list {name} is missing from the assembly.");
}
