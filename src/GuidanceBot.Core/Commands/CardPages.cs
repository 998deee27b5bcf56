namespace GuidanceBot.Commands;

/// <summary>Cuts long lists into screens that can be read at a glance: a card's first screen holds at most 60 words, the rest comes under More.</summary>
internal static class CardPages
{
    /// <summary>How many of the items from <paramref name="start"/> on fit beside the words a card has anyway; at least one.</summary>
    public static int Fitting(IReadOnlyList<string> items, int start, int wordsBeside)
    {
        var words = wordsBeside;
        var count = 0;
        while (start + count < items.Count && (words += Words(items[start + count])) <= 60)
            count++;
        return Math.Max(1, count);
    }

    /// <summary>Where the page before <paramref name="start"/> begins.</summary>
    public static int Previous(IReadOnlyList<string> items, int start, int wordsBeside)
    {
        var page = 0;
        while (page < start && page + Fitting(items, page, wordsBeside) < start)
            page += Fitting(items, page, wordsBeside);
        return page;
    }

    /// <summary>How many words a reader sees.</summary>
    public static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
