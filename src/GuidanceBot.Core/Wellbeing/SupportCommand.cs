using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Wellbeing;

/// <summary><c>/support</c>: the lines to talk to somebody. Private, asks nothing, keeps nothing.</summary>
internal sealed class SupportCommand(Support support)
{
    public static CommandSpec Spec { get; } = new()
    {
        Name = "support",
        Description = "Somebody to talk to; only you see it, and nobody is told",
        Anywhere = true,
    };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        Reply.Of(await support.LinesCardAsync(call.Caller.In, cancellationToken));
}
