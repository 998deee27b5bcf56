using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Screening;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Moderation;

/// <summary>A member asks moderators for a second look at a message, or wonders how to help who wrote it. Who asked is kept nowhere.</summary>
internal sealed class Reports(
    FlagDesk desk, FlagCards cards, CommunityBook communities, ChatPlatforms platforms, PrivateWords once, Overheard overheard, Screen screen, Support support)
{
    public static readonly MenuSpec Menu = new("report", "Report to moderators") { Answer = AnswerKind.Form };
    public static readonly FormSpec Sent = new("report");

    private const string Worried = "worried";
    private const string Other = "other";

    // Distress is not reported but answered; strong language is a matter of taste until a community turns it on.
    private static readonly Choice[] Worries =
    [
        new(Worried, "I'm worried about this person"),
        .. Enum.GetValues<FindingCategory>()
            .Where(c => c is not (FindingCategory.Distress or FindingCategory.Profanity))
            .Select(c => new Choice(c.Name(), c.Label())),
        new(Other, "Something else"),
    ];

    public async Task<Reply> StartAsync(MessageMenuCall call, CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(call.Caller.In, cancellationToken);
        if (settings.ModeratorsChannel is null || call.Target.IsDirect)
            return Reply.Of("No moderators here yet", "An admin can choose a moderators' channel with /setup. Until then, please write to a moderator yourself.");

        var (channel, message) = call.Target.Address;
        return new Reply.Open(new Form
        {
            Id = $"{Sent.Prefix}:{channel.Channel}:{message}",
            Title = "Report to moderators",
            Intro = "A moderator will look at the message, unless you are worried about the person: then only you get an answer. Nobody is told who asked, and I keep no record of it.",
            Submit = "Send",
            Pages =
            [
                new FormPage("Your report",
                [
                    new ChoiceField("worry", "What is it about?", Worries) { Required = true },
                    new TextField("words", "A few words, if you like")
                    {
                        MaxLength = 300,
                        Multiline = true,
                        Hint = "Shown to moderators with names and numbers masked. Please leave out anything that points to a patient.",
                    },
                ]),
            ],
        });
    }

    public async Task<Reply> SendAsync(FormSubmission submission, CancellationToken cancellationToken)
    {
        var who = submission.Submitter;
        var worry = submission.Text("worry");
        var words = submission.Text("words");
        if (Worries.All(w => w.Value != worry))
            return new Reply.Mend(new Dictionary<string, string> { ["worry"] = "Please choose one." });

        // Help for a person comes before anything about a message, whoever the person is.
        var seen = screen(words, [], new ScreenOptions { Sensitivity = Sensitivity.High });
        if (seen.Distressed)
            return Reply.Of(await support.CardAsync(who.In, cancellationToken));
        if (worry == Worried)
            return Reply.Of(await support.WorriedCardAsync(who.In, cancellationToken));

        if (submission.FormId.Split(':', 3) is not [_, var channel, var id])
            return Reply.Of(Answers.Outdated);
        var address = new MessageAddress(new ChannelAddress(who.Platform, who.Community, channel), id);
        var found = await platforms[who.Platform].ReadAsync(address, cancellationToken);
        if (found is not { Outcome: Outcome.Done, Message: { } message })
            return Reply.Of("It could not be read", found.Outcome is Outcome.Gone ? "The message is no longer there. Thank you for looking out." : "I can't read messages there. Please write to a moderator yourself; nothing was sent.");

        // The same member asking twice is one question.
        if (await once.IsFirstAsync("report", address, who, cancellationToken))
        {
            var flag = await desk.ReportAsync(message, worry == Other ? "" : worry, cancellationToken);
            if (words.Length > 0)
                overheard.Add(flag, "A member says, masked", CarefulMask.Of(words, seen.Identifiers));
            await cards.ShowAsync(flag, cancellationToken);
        }

        return Reply.Of("Thank you", "A moderator will look at it. Nobody is told that you asked.");
    }
}
