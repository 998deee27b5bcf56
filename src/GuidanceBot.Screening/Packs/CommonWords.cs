using System.Collections.Frozen;

namespace GuidanceBot.Screening.Packs;

/// <summary>How often a word turns up in plain English, roughly, so that phrases wake on their rarest word.</summary>
internal static class CommonWords
{
    private static readonly FrozenDictionary<string, double> Costs = Rank(
        "the i a to and of in it is you that for on my was with have this be me not are so he but at just they we do if as she or your what all her from no had up his out about can when get like an one there who been how will would by them now their go him some has more our got know time then any did want going day well back after us good see people only too over think also than still right need work because im off here where dont really think why could make down into take last first before these even always never again those way very much another same other today week tell say says said thing things patient patients pt doctor nurse ward team hospital please anyone someone something every two three new old left lot sure").ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Its cost: 1 for a word that is not common, up to 300 for the commonest.</summary>
    public static double Cost(string word) => Costs.GetValueOrDefault(word, 1);

    private static Dictionary<string, double> Rank(string words)
    {
        var costs = new Dictionary<string, double>(StringComparer.Ordinal);
        var ranked = words.Split(' ');
        for (var rank = 0; rank < ranked.Length; rank++)
            costs.TryAdd(ranked[rank], 300.0 / (1 + rank * 0.2));
        return costs;
    }
}
