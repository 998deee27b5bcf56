using System.Globalization;

namespace GuidanceBot.Screening.Packs;

/// <summary>
/// One phrase as a pack writes it, taken apart: <c>{patient} is|are ...2 (absolute) {insult}</c>.
/// Words may carry <c>~</c> (all forms) and <c>?</c> (may be missing); <c>|</c> separates choices, <c>_</c> joins a choice of
/// several words; <c>...</c> skips up to 3 words of the same sentence (<c>...6</c> up to six), <c>&gt;&gt;</c> up to 12 across
/// sentences; <c>^</c> and <c>$</c> are where a sentence begins and ends.
/// </summary>
internal static class PhraseText
{
    public enum PartKind
    {
        Words,
        Gap,
        WideGap,
        SentenceStart,
        SentenceEnd,
    }

    /// <summary>One part; <paramref name="Choices"/> only for words, <paramref name="Length"/> only for gaps.</summary>
    public sealed record Part(PartKind Kind, IReadOnlyList<string> Choices, int Length, bool Optional);

    /// <summary>The phrase's readings: several when a sentence's end is one of the choices, as in <c>you|$</c>.</summary>
    public static IEnumerable<List<Part>> Parse(PackNode node)
    {
        var pieces = node.Text().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = pieces.Length == 0 ? [] : pieces[^1].Split('|');
        if (last.Length > 1 && last.Contains("$"))
        {
            yield return ParseOne(node, [.. pieces[..^1], "$"]);
            pieces[^1] = string.Join('|', last.Where(choice => choice != "$"));
        }

        yield return ParseOne(node, pieces);
    }

    private static List<Part> ParseOne(PackNode node, string[] pieces)
    {
        PhraseSlips.Refuse(node, pieces);
        var parts = new List<Part>();
        foreach (var piece in pieces)
            parts.Add(ParsePart(node, piece));
        if (!parts.Exists(p => p.Kind is PartKind.Words && !p.Optional))
            throw node.Wrong($"expected at least one word that must be there in '{node.Text()}'");
        if (parts[0].Kind is PartKind.Gap or PartKind.WideGap || parts[^1].Kind is PartKind.Gap or PartKind.WideGap)
            throw node.Wrong($"expected a gap only between words in '{node.Text()}'");
        return parts;
    }

    private static Part ParsePart(PackNode node, string piece)
    {
        switch (piece)
        {
            case "^":
                return new(PartKind.SentenceStart, [], 0, false);
            case "$":
                return new(PartKind.SentenceEnd, [], 0, false);
            case ['.', '.', '.', .. var length]:
                return new(PartKind.Gap, [], GapLength(node, length, 3), false);
            case ['>', '>', .. var length]:
                return new(PartKind.WideGap, [], GapLength(node, length, 12), false);
        }

        var optional = piece.Length > 1 && piece[^1] == '?';
        var choices = (optional ? piece[..^1] : piece).Split('|', StringSplitOptions.RemoveEmptyEntries);
        return choices.Length == 0 ? throw node.Wrong("expected a word beside |") : new(PartKind.Words, choices, 0, optional);
    }

    private static int GapLength(PackNode node, string text, int fallback) =>
        text.Length == 0 ? fallback
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length is > 0 and <= 16 ? length
        : throw node.Wrong("expected a gap of 1 to 16 words, such as ...6");
}
