using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>Harsh words about work may be speaking up, which is not misconduct: they go back to their author alone, and nothing is kept.</summary>
internal sealed class SpeakingUp(PrivateWords words)
{
    public static readonly ButtonSpec OpenButton = new("word-open", AnswerKind.Replace);

    public Task TellAsync(ChatMessage message, Finding finding, CancellationToken cancellationToken)
    {
        var takeaway = finding.Takeaways.Count > 0 ? finding.Takeaways[0] : 11;
        var card = new Card
        {
            Title = PrivateWords.Preview,
            Preview = PrivateWords.Preview,
            Blocks = [new TextBlock("It is about something you wrote. Nobody else was told.")],
        }.With(new CardButton($"{OpenButton.Prefix}:{takeaway}", "Open", ButtonStyle.Primary));
        return words.SayOnceAsync("speaking-up", message, card, cancellationToken);
    }

    public Task<Reply> OpenAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        var takeaway = press.ButtonId.Split(':') is [_, var number] && int.TryParse(number, out var n) && n is >= 1 and <= 12 ? n : 11;
        var card = Card.Of(
            "Harsh about a person or workplace?",
            "Speaking up matters, and I told no moderator. Facts and patterns travel further than names. Would you still send it tomorrow?",
            "Somebody to ask first: a speak-up guardian, your union, your defence body. You can edit or delete it at any time.");
        return Task.FromResult<Reply>(new Reply.Replace((card with { Preview = PrivateWords.Preview })
            .With(new CardButton($"takeaway:{takeaway}", "What helps") { SpokenLabel = $"What helps: takeaway {takeaway}" })));
    }
}
