using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;

namespace GuidanceBot.Moderation;

/// <summary><c>/exceptions</c>: what stays unflagged where, with a way to take it back.</summary>
internal sealed class ExceptionsCommand(ExceptionBook book, ChatPlatforms platforms)
{
    private const int Shown = 8;

    public static readonly CommandSpec Spec = new()
    {
        Name = "exceptions",
        Description = "See what I stay silent about in which channel, and take it back",
        For = Audience.Admins,
        Example = "exceptions",
    };

    public static readonly ButtonSpec RemoveButton = new("exception-off", AnswerKind.Replace) { For = Audience.Admins };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        Reply.Of(await DrawAsync(call.Caller.In, cancellationToken));

    public async Task<Reply> RemoveAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        var parts = press.ButtonId.Split(':', 3);
        if (parts.Length < 3)
            return Reply.Of(Answers.Outdated);
        await book.RemoveAsync(new ChannelAddress(press.Presser.Platform, press.Presser.Community, parts[1]), parts[2], cancellationToken);
        return new Reply.Replace(await DrawAsync(press.Presser.In, cancellationToken));
    }

    private async Task<Card> DrawAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        var all = await book.ListAsync(community, cancellationToken);
        if (all.Count == 0)
            return Card.Of("No exceptions", "I look for the same things in every channel that is screened. Moderators propose exceptions with “Fine in this channel”, under More on a flag.");

        var lines = new List<string>();
        var card = new Card { Title = "Exceptions" };
        foreach (var (exception, number) in all.Take(Shown).Select((e, i) => (e, i + 1)))
        {
            var channel = new ChannelAddress(exception.Platform, exception.Community, exception.Channel);
            var where = await ChannelNames.OfAsync(platforms[exception.Platform], channel, cancellationToken);
            lines.Add($"{where}: {FlagWords.LowerFirst(exception.Label)}{(exception.State is ExceptionState.Proposed ? ", waiting for an admin" : "")}");
            var id = $"exception-off:{exception.Channel}:{exception.Rule}";
            if (id.Length <= 100)
                card = card.With(new CardButton(id, $"Take back {number}") { SpokenLabel = $"Take back: {lines[^1]}" });
        }

        card = card.With(new ListBlock(lines, FirstNumber: 1));
        return all.Count > Shown ? card.With(new NoteBlock($"The oldest {Shown} of {all.Count}.")) : card;
    }
}
