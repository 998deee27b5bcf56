using GuidanceBot.Chat;

namespace GuidanceBot.Moderation;

/// <summary>How the note to an author looks: closed in the conversation, so that a lock screen tells nothing; its content after Open.</summary>
internal static class NoteCard
{
    public static Card Closed(Flag flag) => new Card
    {
        Title = PrivateWords.Preview,
        Preview = PrivateWords.Preview,
        Blocks = [new TextBlock("It is about something you wrote. Open it when you are alone with your screen.")],
    }.With(new CardButton(FlagButton.Id("note-open", flag), "Open", ButtonStyle.Primary));

    public static Card Open(FlagView view)
    {
        var flag = view.Flag;
        var card = new Card
        {
            Title = "A second look at your message",
            Preview = PrivateWords.Preview,
            Blocks =
            [
                new TextBlock($"In {view.ChannelName}: {CardWords.Cut(FlagWords.LowerFirst(view.Findings.Count > 0 ? FlagWords.Label(view.Findings[0].Category) : "a member wondered about it"), 12)}. It happens to careful people."),
                new TextBlock("If you edit or delete it, this settles by itself. If it is fine, please say why; a person decides."),
            ],
        };
        if (view.Link is { } link)
            card = card.With(new LinkBlock("Open your message", link));
        card = card.With(new CardButton(FlagButton.Id("note-fine", flag), "It's fine because…"));
        return view.Takeaway is { } takeaway
            ? card.With(new CardButton($"takeaway:{takeaway.Number}", "What helps") { SpokenLabel = $"What helps: takeaway {takeaway.Number}" })
            : card;
    }

    public static Form AnswerForm(string which) => new()
    {
        Id = $"note-answer:{which}",
        Title = "It's fine because…",
        Intro = "The moderators of this community see your answer, with names and numbers masked where I recognise them. I don't keep it. Please leave out anything that points to a patient.",
        Submit = "Send",
        Pages = [new FormPage("Your answer", [new TextField("why", "Why it is fine") { Required = true, Multiline = true, MaxLength = 300 }])],
    };
}
