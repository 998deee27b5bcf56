using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Moderation;

/// <summary>The card of a flag in the moderators' channel: at most 60 words, the rest under More.</summary>
internal static class FlagCard
{
    private const int MostWords = 60;

    public static Card Draw(FlagView view) => view.Flag.IsClosed ? Closed(view) : Open(view);

    /// <summary>What moderators will see, to be looked at after set-up. Nothing stands behind its lack of buttons.</summary>
    public static Card Test() => Card.Of(
        "A test flag",
        "This is where I show messages that may deserve a second look: what I noticed, a link, and buttons to ask the author, say it is fine, or see more.",
        "People decide, not the bot.");

    private static Card Open(FlagView view)
    {
        var flag = view.Flag;
        var fields = new List<CardField> { new("Severity", FlagWords.Severity(flag.Severity)), new("Where", view.ChannelName), CardField.Moment("Written", flag.SentAt) };
        if (flag.Reported > 0)
            fields.Add(new CardField("Members who asked", FlagWords.Reports(flag)));

        var card = new Card { Title = FlagWords.Label(flag), Blocks = [new FieldsBlock(fields)] };
        if (Status(view) is { Length: > 0 } status)
            card = card.With(new TextBlock(status));
        card = Fill(card, view);
        if (view.Link is { } link)
            card = card.With(new LinkBlock("Open the message", link));

        if (flag.Note is NoteState.None or NoteState.Failed && flag.Author is not null)
            card = card.With(new CardButton(FlagButton.Id("flag-ask", flag), "Ask the author", ButtonStyle.Primary));
        return card.With(
            new CardButton(FlagButton.Id("flag-close", flag, "fine"), "Fine here"),
            new CardButton(FlagButton.Id("flag-more", flag), "More") { SpokenLabel = $"More about this flag: {FlagWords.Label(flag)}" });
    }

    private static Card Closed(FlagView view)
    {
        var flag = view.Flag;
        var fields = new List<CardField> { new("About", FlagWords.Label(flag)), new("Where", view.ChannelName), CardField.Moment("Written", flag.SentAt) };
        if (view.Moderator.Length > 0)
            fields.Add(new CardField("By", view.Moderator));
        var card = new Card { Title = FlagWords.Decision(flag), Blocks = [new FieldsBlock(fields)] };
        if (flag.Removing)
            card = card.With(new TextBlock("It is being removed."));
        if (flag.Verdict is Verdict.NotReviewed)
            card = card.With(new TextBlock("Nobody looked for 14 days. That says nothing about the message or its author."));
        return view.Link is { } link && flag is not ({ Verdict: Verdict.Removed } or { Reason: Mended.Deleted })
            ? card.With(new LinkBlock("Open the message", link))
            : card;
    }

    private static string Status(FlagView view)
    {
        var flag = view.Flag;
        List<string> all = [];
        if (flag.ClaimedBy is not null)
            all.Add(view.Moderator.Length > 0 ? $"{view.Moderator} has it." : "A moderator has it.");
        if (flag.Note is not NoteState.None)
            all.Add(FlagWords.Note(flag.Note));
        if (flag.RemovalTrouble is { } trouble)
            all.Add(FlagWords.Trouble(trouble));
        if (flag.EditedAt is not null && view.Findings.Count == 0)
            all.Add("The message was edited since.");
        return string.Join(' ', all);
    }

    // Why and what helps come first; of the words of others only as many as there is room for. All of it stands under More.
    private static Card Fill(Card card, FlagView view)
    {
        const int LinkWords = 3;
        const int ShortHelp = 4;
        var others = Others(view);
        var leaves = others.Sum(o => Math.Min(others.Count > 1 ? 7 : 12, CardPages.Words($"{o.From} {o.Words}")));
        var room = MostWords - LinkWords - CardWords.Count(card);
        var reason = view.Findings.Count > 0 ? view.Findings[0].Reason : "A member would like a moderator to read it.";
        var why = CardWords.Cut(reason, Math.Min(22, room - ShortHelp - leaves));
        room -= CardPages.Words(why);
        var help = Help(view, room - leaves);
        room -= CardPages.Words(help);

        for (var i = 0; i < others.Count; i++)
        {
            var (from, words) = others[i];
            var shown = CardWords.Cut(words, (room / (others.Count - i)) - CardPages.Words(from));
            room -= CardPages.Words(from) + CardPages.Words(shown);
            card = from.Length > 0 ? card.With(new TextBlock($"{from}:"), new QuoteBlock(shown)) : card.With(new QuoteBlock(shown));
        }

        card = card.With(new TextBlock(why));
        return help.Length > 0 ? card.With(new TextBlock(help)) : card;
    }

    // What was written, masked, and what was last said about it; neither hides the other.
    private static List<(string From, string Words)> Others(FlagView view)
    {
        var others = new List<(string From, string Words)>();
        if (view.Flag.Excerpt is { } excerpt)
            others.Add(("", excerpt));
        if (view.Overheard is [.., var last])
            others.Add(last);
        return others;
    }

    // A takeaway that has a nuance is never quoted without it, and that needs the room under More.
    private static string Help(FlagView view, int room)
    {
        if (view.Takeaway is not { } takeaway)
            return "";
        var whole = $"What helps: {takeaway.Number}. {takeaway.Wording}";
        return takeaway.Nuance is null && CardPages.Words(whole) <= room ? whole : $"What helps: takeaway {takeaway.Number}.";
    }
}
