using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Guidance;

namespace GuidanceBot.Tips;

/// <summary><c>/tip</c>: a tip at once, for the whole channel.</summary>
internal sealed class TipCommand(TipPack pack, TakeawayPack guidance)
{
    public static CommandSpec Spec { get; } = new()
    {
        Name = "tip",
        Description = "A tip to read in ten seconds, for everyone here",
        Options = [new OptionSpec("takeaway", "Only about this takeaway, 1 to 12") { Kind = OptionKind.Number }],
        Answer = AnswerKind.Public,
        Anywhere = true,
        Example = "tip 7",
    };

    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var wanted = call.Options.Number("takeaway");
        var fitting = wanted is null ? pack.Tips : [.. pack.Tips.Where(t => t.Takeaway == wanted)];
        return Task.FromResult(fitting.Count == 0
            ? Reply.Of("No tip on that", $"There is no takeaway {wanted}: give a number from 1 to 12, or none for any tip.")
            : Reply.Of(TipCard.Of(fitting[Random.Shared.Next(fitting.Count)], guidance)));
    }
}
