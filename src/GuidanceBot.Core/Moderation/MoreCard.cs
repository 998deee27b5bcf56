using GuidanceBot.Chat;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>What one moderator sees under More: everything that was found, and every other decision.</summary>
internal static class MoreCard
{
    public static Card Draw(FlagView view)
    {
        var flag = view.Flag;
        var card = new Card { Title = $"More: {FlagWords.LowerFirst(FlagWords.Label(flag))}" };
        if (view.Findings.Count > 0)
            card = card.With(new ListBlock([.. view.Findings.DistinctBy(f => (f.Category, f.Rule)).Take(8).Select(Line)]));
        if (flag.Reported > 0)
            card = card.With(new TextBlock($"{FlagWords.Report} ({FlagWords.Reports(flag)})."));
        foreach (var (from, words) in view.Overheard)
            card = card.With(new TextBlock($"{from}:"), new QuoteBlock(words));
        if (view.Takeaway is { } takeaway)
        {
            card = card.With(new TextBlock($"What helps: {takeaway.Number}. {takeaway.Wording}"));
            if (takeaway.Nuance is { } nuance)
                card = card.With(new TextBlock(nuance));
        }

        var again = flag.Revision == 1 ? "" : $" Opened for the {flag.Revision}. time, after an edit or a report.";
        card = card.With(new NoteBlock($"In {view.ChannelName}.{again} Left alone, it closes by itself after 14 days."));
        if (flag.ClaimedBy is null)
            card = card.With(new CardButton(FlagButton.Id("flag-claim", flag), "I take it"));
        card = card.With(
            new CardButton(FlagButton.Id("flag-why", flag, "false"), "False positive"),
            new CardButton(FlagButton.Id("flag-why", flag, "pass"), "Pass on"));
        if (view.Findings.Count > 0)
            card = card.With(new CardButton(FlagButton.Id("flag-always", flag), "Fine in this channel"));
        card = card.With(new CardButton(FlagButton.Id("flag-original", flag), "Show original"));
        if (view.Takeaway is { } more)
            card = card.With(new CardButton($"takeaway:{more.Number}", $"Takeaway {more.Number}"));
        return view.Abilities.RemovesOthersMessages ? card.With(Remove(view)) : card;
    }

    /// <summary>Reasons to tap.</summary>
    public static Card Reasons(Flag flag, Verdict verdict)
    {
        var card = verdict is Verdict.FalsePositive
            ? Card.Of("Why is it a false positive?", "One tap decides. It helps to tune the rules; nobody is counted.")
            : Card.Of("Who takes it from here?", "One tap decides. I tell nobody: please pass it on yourself.");
        return card
            .With([.. DecisionReasons.All.Where(r => r.Verdict == verdict).Select(r => new CardButton(FlagButton.Id("flag-close", flag, r.Code), r.Label))])
            .With(Back(flag));
    }

    /// <summary>Asked where the platform itself cannot.</summary>
    public static Card AskRemoval(Flag flag) => Card.Of(RemovalQuestion)
        .With(new CardButton(FlagButton.Id("flag-remove", flag, "do"), "Remove it", ButtonStyle.Danger), Back(flag));

    private const string RemovalQuestion = "Remove this message for everybody? It cannot be brought back.";

    private static CardButton Remove(FlagView view) => view.Abilities.Confirms
        ? new CardButton(FlagButton.Id("flag-remove", view.Flag, "do"), "Remove", ButtonStyle.Danger) { Confirm = new Confirm(RemovalQuestion, "Remove it", "Keep it") }
        : new CardButton(FlagButton.Id("flag-remove", view.Flag, "ask"), "Remove", ButtonStyle.Danger);

    private static CardButton Back(Flag flag) => new(FlagButton.Id("flag-back", flag), "Back");

    private static string Line(FlagFinding finding) => $"{FlagWords.Severity(finding.Severity)}: {finding.Category.Label()}. {finding.Reason}";
}
