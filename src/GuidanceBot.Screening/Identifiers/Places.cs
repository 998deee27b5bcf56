using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>Towns and regions of one or several words.</summary>
internal static class Places
{
    private const int MostWords = 4;

    private static readonly HashSet<ulong> Several = Load();

    /// <summary>The last token of the place that begins at a token; -1 when none does.</summary>
    public static int EndAt(IdentifierScan scan, int i)
    {
        var tokens = scan.Tokens;
        var found = tokens[i].Is(WordClass.Place) ? i : -1;
        var hash = tokens[i].Hash;
        for (var k = i + 1; k < tokens.Length && k - i < MostWords && tokens[k].Gap is Gap.Space or Gap.Hyphen && !scan.Taken(k); k++)
        {
            hash = Chain(hash, tokens[k].Hash);
            if (Several.Contains(hash))
                found = k;
        }

        return found;
    }

    private static ulong Chain(ulong left, ulong right) => (left ^ (right >> 7)) * 0x9E3779B97F4A7C15 + right;

    private static HashSet<ulong> Load()
    {
        var places = new HashSet<ulong>();
        using var reader = LexiconFiles.Open("places.txt");
        while (reader.ReadLine() is { } line)
        {
            var words = line.Split(' ');
            var hash = WordHash.Of(words[0]);
            foreach (var word in words.AsSpan(1))
                hash = Chain(hash, WordHash.Of(word));
            if (words.Length <= MostWords)
                places.Add(hash);
        }

        return places;
    }
}
