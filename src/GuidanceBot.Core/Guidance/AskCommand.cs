using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Screening;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Guidance;

/// <summary><c>/ask</c>: the takeaway that fits a question. Distress gets support and nothing else.</summary>
internal sealed class AskCommand(AskRanker ranker, TakeawayPack pack, TakeawayCards cards, Screener screener, Support support)
{
    public static CommandSpec Spec { get; } = new()
    {
        Name = "ask",
        Description = "Ask about being online as a clinician; leave names out",
        Options = [new OptionSpec("question", "Your question; leave real names out, the platform carries it") { Required = true, MaxLength = 2000 }],
        Anywhere = true,
        Example = "ask can I post a photo of an x-ray?",
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        AnswerAsync(call.Options.Text("question"), call.Caller, Card.Of("I don't know that one", pack.Answers.OutOfScope), cancellationToken);

    /// <summary>Answers any words; <paramref name="none"/> where nothing fits them.</summary>
    public async Task<Reply> AnswerAsync(string question, MemberId caller, Card none, CancellationToken cancellationToken)
    {
        if (screener.Examine(question).Distressed)
            return Reply.Of(await support.CardAsync(caller.In, cancellationToken));

        var answer = ranker.Ask(question);
        return Reply.Of(answer.Kind switch
        {
            AskKind.Doses => Card.Of("Not my field", pack.Answers.Doses),
            AskKind.OwnData => Card.Of("What I keep", pack.Answers.OwnData),
            _ when answer.Declined && answer.Kind is not AskKind.Law => none,
            _ => Fitting(answer),
        });
    }

    private Card Fitting(AskAnswer answer)
    {
        // Without a better fit, doing it responsibly (12) always fits what the law cannot be asked for here.
        List<int> fits = answer.Takeaways.Count > 0 ? [.. answer.Takeaways.Take(3).Select(t => t.Takeaway)] : [12];
        var card = cards.One(fits[0]);
        if (answer.Kind is AskKind.Law)
            card = card with { Blocks = [new TextBlock(pack.Answers.Law), new HeadingBlock(card.Title), .. card.Blocks], Title = "On the law" };
        return card.With([.. fits.Skip(1).Select(also => new CardButton($"takeaway:{also}", $"Also {also}")
        {
            SpokenLabel = $"Also fits: takeaway {TakeawayCards.Heading(pack[also])}",
        })]);
    }
}
