namespace GuidanceBot.Discord.Cards;

/// <summary>Cuts texts to a platform's limits.</summary>
internal static class Words
{
    /// <summary>The text, cut at a word where it is too long, with an ellipsis that counts.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
            return text;
        if (most < 2)
            return most == 1 ? "…" : "";

        var end = text.LastIndexOfAny([' ', '\n', '\t'], most - 2);
        // One endless word is cut where it must be, only never through a pair of surrogates or an escape.
        if (end < most / 2)
            end = char.IsHighSurrogate(text[most - 2]) || text[most - 2] == '\\' ? most - 2 : most - 1;
        return text[..end].TrimEnd() + "…";
    }
}
