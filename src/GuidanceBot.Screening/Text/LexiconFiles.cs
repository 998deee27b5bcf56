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

    private static void ReadWords(WordTable table)
    {
        using var reader = Open("words.txt");
        while (reader.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ');
            var classes = WordClass.None;
            foreach (var mark in line.AsSpan(space + 1))
            {
                classes |= mark switch
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
            }

            table.Add(WordHash.Of(line.AsSpan(0, space)), classes);
        }
    }

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

    internal static StreamReader Open(string name) =>
        new(typeof(LexiconFiles).Assembly.GetManifestResourceStream($"GuidanceBot.Screening.Words.{name}")
            ?? throw new InvalidOperationException($"The word list {name} is missing from the assembly."), Encoding.UTF8);
}
