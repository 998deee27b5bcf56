using GuidanceBot.Screening.Model;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Training;

/// <summary>
/// Words that mean alike (themes.txt). A theme is learnt as one feature and its weight then given to each of its words, so that
/// words which no message of the corpus has are known all the same, and screening needs no themes.
/// </summary>
internal sealed class Themes
{
    private readonly Dictionary<ulong, List<ulong>> byFeature = [];

    /// <summary>Reads the themes; <paramref name="lexicon"/> gives the words that a prefix such as <c>prescrib*</c> stands for.</summary>
    public Themes(IEnumerable<string> lines, IReadOnlyList<string> lexicon)
    {
        var theme = 0UL;
        foreach (var line in lines.Where(l => l.Length > 0 && l[0] is not '#'))
        {
            if (line[0] is '[')
            {
                theme = WordHash.Of(line);
                continue;
            }

            foreach (var entry in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Add(entry, theme, lexicon);
        }
    }

    /// <summary>Every feature that belongs to a theme, with the themes.</summary>
    public IReadOnlyDictionary<ulong, List<ulong>> ByFeature => byFeature;

    /// <summary>The themes of a feature.</summary>
    public IReadOnlyList<ulong> Of(ulong feature) => byFeature.TryGetValue(feature, out var themes) ? themes : [];

    private void Add(string entry, ulong theme, IReadOnlyList<string> lexicon)
    {
        if (entry.EndsWith('*'))
        {
            foreach (var word in lexicon.Where(w => w.StartsWith(entry[..^1], StringComparison.Ordinal)))
                Put(Features.Word(UnitHash.OfWord(word)), theme);
            return;
        }

        uint[] words = [.. entry.Split('_').Select(w => UnitHash.OfWord(w))];
        var phrase = words.Length == 1 ? Features.Word(words[0]) : Features.Pair(words[0], words[1]);
        foreach (var word in words.Skip(2))
            phrase = Features.Longer(phrase, word);
        Put(phrase, theme);
    }

    private void Put(ulong feature, ulong theme)
    {
        if (!byFeature.TryGetValue(feature, out var themes))
            byFeature.Add(feature, themes = []);
        if (!themes.Contains(theme))
            themes.Add(theme);
    }
}
