using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Interactions;

/// <summary>What the adapter itself says, where Discord's own ways need a word.</summary>
internal static class InteractionCards
{
    public static Card TooLong { get; } =
        Card.Of("That took too long", "Nothing was changed. Please try again in a moment.");

    public static Card FormGone { get; } =
        Card.Of("This form was open for too long", "What you filled in earlier is no longer kept. Please start again from the command or button.");

    public static Card Continue(FormDrafts.Draft draft, int page) =>
        Card.Of($"Part {page} of {draft.Form.Pages.Count} is done", $"Next: {draft.Form.Pages[page].Heading}").With(
            new CardButton(new FormStep(true, page, draft.Token).ToString(), "Continue", ButtonStyle.Primary));

    public static Card Begin(FormDrafts.Draft draft) =>
        Card.Of(draft.Form.Title, "The form is ready.").With(
            new CardButton(new FormStep(true, 0, draft.Token).ToString(), "Open the form", ButtonStyle.Primary));

    public static Card Mend(FormDrafts.Draft? draft, IReadOnlyDictionary<string, string> problems)
    {
        var labels = draft?.Form.Fields.ToDictionary(f => f.Name, f => f.Label) ?? [];
        var card = Card.Of("Something needs a second look").With(
            new ListBlock([.. problems.Select(p => labels.TryGetValue(p.Key, out var label) ? $"{label}: {p.Value}" : p.Value)]));
        if (draft is null)
            return card.With(new TextBlock("Nothing was changed. Please start again from the command."));

        var page = draft.Form.Pages.ToList().FindIndex(p => p.Fields.Any(f => problems.ContainsKey(f.Name)));
        return card.With(new TextBlock("Nothing was changed yet; your answers are kept.")).With(
            new CardButton(new FormStep(true, Math.Max(0, page), draft.Token).ToString(), "Mend it", ButtonStyle.Primary));
    }
}
