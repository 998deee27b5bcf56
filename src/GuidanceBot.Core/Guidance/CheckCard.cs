using GuidanceBot.Chat;
using GuidanceBot.Screening;

namespace GuidanceBot.Guidance;

/// <summary>What <c>/check</c> shows: what may be worth a second look, and a wording that may be kinder. Never that a draft is fine.</summary>
internal static class CheckCard
{
    private const int Shown = 3;

    public static Card For(string draft, ScreenResult result)
    {
        if (result.Findings.Count == 0)
        {
            var nothing = Card.Of("I recognised nothing", "I can't tell whether a colleague, a relative or the patient would know who this is. Your call.");
            return Identifiers(draft, nothing, result).With(Again());
        }

        // One line a category, with each of its words: a draft is mended once, not once a check.
        var categories = result.Findings.GroupBy(f => f.Category).OrderByDescending(g => g.Max(f => f.Severity)).ToList();
        var card = new Card
        {
            Title = "Worth a second look",
            Blocks = [new ListBlock([.. categories.Take(Shown).Select(c => Line(draft, c))])],
        };
        if (categories.Count > Shown)
            card = card.With(new TextBlock($"And: {string.Join("; ", categories.Skip(Shown).Select(c => c.Key.Label()))}."));

        card = card.With(new NoteBlock(result.Findings.Any(f => f.Rewrite is not null)
            ? "Check that a new wording still says what you mean. Your call. I kept nothing of this draft."
            : "Your call. I kept nothing of this draft."));
        var takeaway = categories.SelectMany(c => c).SelectMany(f => f.Takeaways).FirstOrDefault();
        if (takeaway > 0)
            card = card.With(new CardButton($"takeaway:{takeaway}", $"Takeaway {takeaway}"));
        return card.With(Again());
    }

    private static string Line(string draft, IGrouping<FindingCategory, Finding> findings)
    {
        var words = findings.Where(f => f.Span is not null).DistinctBy(f => f.Span).OrderBy(f => f.Span!.Value.Start).ToList(); // asked for just before
        var shown = words.Take(Shown).Select(f => $"“{Short(draft[f.Span!.Value.Start..f.Span.Value.End])}”{(f.Rewrite is { } safer ? $" (perhaps “{safer}”)" : "")}");
        var where = words.Count == 0 ? "" : $": {string.Join(", ", shown)}{(words.Count > Shown ? $" and {words.Count - Shown} more" : "")}";
        return $"{findings.Key.Label()}{where}. {findings.MaxBy(f => f.Score)!.Reason}"; // a group is never empty
    }

    private static Card Identifiers(string draft, Card card, ScreenResult result) => result.Identifiers.Count == 0
        ? card
        : card.With(new NoteBlock($"I did see {string.Join(", ", result.Identifiers.Take(3).Select(i => $"“{Short(draft[i.Span.Start..i.Span.End])}”"))}: does any of it point to somebody in your care?"));

    private static CardButton Again() => new("check-again:", "Check another draft");

    private static string Short(string words) => words.Length <= 40 ? words : words[..39].TrimEnd() + "…";
}
