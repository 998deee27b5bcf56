using GuidanceBot.Chat;

namespace GuidanceBot.Moderation;

/// <summary>How the daily digest looks: counts, a way to open the first few, and /flags for the rest.</summary>
internal static class DigestCard
{
    private const int MostLines = 4;
    private const int MostButtons = 8;

    /// <param name="waiting">The gravest first; at least one.</param>
    public static Card Draw(IReadOnlyList<Flag> waiting)
    {
        var groups = waiting
            .GroupBy(f => (f.Severity, Label: FlagWords.Label(f)))
            .OrderByDescending(g => g.Key.Severity).ThenByDescending(g => g.Count())
            .ToList();
        var lines = groups.Take(MostLines).Select(g => $"{g.Count()} {FlagWords.Severity(g.Key.Severity).ToLowerInvariant()}: {g.Key.Label}").ToList();
        if (groups.Count > MostLines)
            lines.Add($"{groups.Skip(MostLines).Sum(g => g.Count())} of other kinds");

        var buttons = waiting.Take(MostButtons).Select((f, i) => new CardButton(FlagButton.Id("flag-open", f), $"Open {i + 1}")
        {
            SpokenLabel = $"Open {FlagWords.Severity(f.Severity)}: {FlagWords.Label(f)}",
        });
        return new Card
        {
            Title = waiting.Count == 1 ? "One message waits for a look" : $"{waiting.Count} messages wait for a look",
            Blocks = [new ListBlock(lines), new NoteBlock("When you have a moment. /flags lists them all.")],
        }.With([.. buttons, new CardButton("flags-page:open:0", "All flags")]);
    }
}
