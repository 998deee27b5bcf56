using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Guidance;

/// <summary>"Which takeaway fits?" in a message's menu: what <c>/ask</c> would answer to the message's words, in private to who asked.</summary>
internal sealed class FitsMenu(AskCommand ask)
{
    private const int Longest = 2000;

    public static MenuSpec Spec { get; } = new("fits", "Which takeaway fits?");

    public Task<Reply> RunAsync(MessageMenuCall call, CancellationToken cancellationToken)
    {
        var words = call.Target.Text.Length <= Longest ? call.Target.Text : call.Target.Text[..Longest];
        var options = new CommandOptions(new Dictionary<string, string> { ["question"] = words });
        return ask.RunAsync(new CommandCall(AskCommand.Spec.Name, options, call.Channel, call.Caller), cancellationToken);
    }
}
