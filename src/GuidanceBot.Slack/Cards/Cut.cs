namespace GuidanceBot.Slack.Cards;

/// <summary>Cuts texts to Slack's limits, at words and never inside a character.</summary>
internal static class Cut
{
    /// <summary>The text, or its beginning and an ellipsis.</summary>
    public static string To(string text, int most) => text.Length <= most ? text : text[..End(text, most - 1)].TrimEnd() + "…";

    /// <summary>The text in pieces of at most so many characters. A dash for an empty text, since Slack refuses emptiness.</summary>
    public static IEnumerable<string> Pieces(string text, int most)
    {
        text = text.Trim();
        while (text.Length > most)
        {
            var end = End(text, most);
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }

        yield return text.Length > 0 ? text : "–";
    }

    private static int End(string text, int most)
    {
        var space = text.LastIndexOfAny([' ', '\n'], most - 1, most / 2);
        if (space > 0)
            return space;
        return char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
    }
}
