using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Guidance;

/// <summary>"Which takeaway fits?" in a message's menu: what <c>/ask</c> would answer to the message's words, in private to who asked.</summary>
internal sealed class FitsMenu(AskCommand ask)
{
    private const int Longest = 2000;

    private static readonly Card None = Card.Of("None fits this one", "I see no takeaway that speaks to this message. /takeaways lists all twelve.");

    public static MenuSpec Spec { get; } = new("fits", "Which takeaway fits?");

    public Task<Reply> RunAsync(MessageMenuCall call, CancellationToken cancellationToken)
    {
        var words = call.Target.Text.Length <= Longest ? call.Target.Text : call.Target.Text[..Longest];
        return ask.AnswerAsync(words, call.Caller, None, cancellationToken);
    }
}
