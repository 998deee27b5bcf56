namespace GuidanceBot.Screening.Packs;

/// <summary>
/// Slips in phrases that would otherwise pass in silence. A space always ends a choice, so <c>near miss|never event</c> is read as
/// near, then miss or never, then event, which nobody meant.
/// </summary>
internal static class PhraseSlips
{
    // Phrases of people are shorter; so many words in a row are choices that a space has cut.
    private const int MostWords = 12;

    private const string Mend = "a choice of several words is joined by _, as in near_miss|never_event, because a space ends the choice";

    /// <summary>Refuses what cannot be meant.</summary>
    public static void Refuse(PackNode node, string[] pieces)
    {
        foreach (var piece in pieces)
        {
            var choices = piece.TrimEnd('?');
            if (choices.StartsWith('|') || choices.EndsWith('|') || choices.Contains("||", StringComparison.Ordinal))
                throw Wrong(node, piece, "no word stands beside | ; write a|b without spaces: " + Mend);
            if (piece.AsSpan().ContainsAny('(', ')'))
                throw Wrong(node, piece, "brackets mean nothing in a phrase; " + Mend);
            if (piece.Count('{') != piece.Count('}'))
                throw Wrong(node, piece, "a list is named like {this}, without a space inside");
        }
    }

    /// <summary>What is probably not meant, as sentences for the owner.</summary>
    public static IEnumerable<string> In(PackNode node)
    {
        var text = node.Text();
        var pieces = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (pieces.Count(p => p[0] is not ('.' or '>' or '^' or '$')) > MostWords && text.Contains('|'))
        {
            yield return node.Says($"reads as {pieces.Length} words in a row; " + Mend);
            yield break;
        }

        for (var i = 0; i + 1 < pieces.Length; i++)
        {
            // "clot shot|turbo cancer|turbo cancers": a word on both sides of a space is the sign of two spellings of one choice.
            string[] left = pieces[i].Split('|'), right = pieces[i + 1].Split('|');
            if (left.Length + right.Length <= 2 || right[^1].EndsWith('?') || left.FirstOrDefault(right.Contains) is not { } shared)
                continue;
            yield return node.Says($"'{shared}' stands on both sides of a space; " + Mend, text.IndexOf(pieces[i] + " " + pieces[i + 1], StringComparison.Ordinal));
            yield break;
        }
    }

    private static RulePackException Wrong(PackNode node, string piece, string what) =>
        new(node.Says(what, node.Text().IndexOf(piece, StringComparison.Ordinal)));
}
