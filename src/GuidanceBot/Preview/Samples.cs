using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Playground;

namespace GuidanceBot.Preview;

/// <summary>Something to look at, and the address of its preview after the question mark. Public only because components and their parameters must be.</summary>
public sealed record Sample(string Label, string Query);

/// <summary>What there is to look at: the answer to every command of the catalog that changes nothing, and the cards that stand in the playground.</summary>
internal sealed class Samples(Catalog catalog, Inbox inbox, PostedCards posted)
{
    private const int MostPosted = 12;

    public IReadOnlyList<Sample> OfCommands =>
        [.. catalog.Commands.SelectMany(Typed).Distinct().Select(typed => new Sample($"/{typed}", $"typed={Uri.EscapeDataString(typed)}"))];

    public IReadOnlyList<Sample> Posted =>
        [.. posted.Newest(MostPosted).Select(p => new Sample($"#{p.Channel}: {p.Card.Title}", $"message={Uri.EscapeDataString(p.Message)}"))];

    /// <summary>What the bot answers, asked by a member; and by an admin only where it opens a form or lists something, since a page that is merely opened must change nothing.</summary>
    public Task<Reply> RunAsync(string typed, CancellationToken cancellationToken)
    {
        var (command, tail) = catalog.Split(typed);
        var who = command is not null && tail.Length == 0 && ShowsOnly(command) ? PostedCards.Admin : PostedCards.Member;
        return inbox.RunTypedAsync(typed, PostedCards.Channel, who, cancellationToken);
    }

    public Card? Find(string message) => posted.Find(message);

    private static bool ShowsOnly(CommandSpec command) => command.Answer is AnswerKind.Form || command.Options.Count == 0;

    private static IEnumerable<string> Typed(CommandSpec command)
    {
        if (ShowsOnly(command))
            yield return command.Name;
        if (command.For is Audience.Everyone)
            yield return command.Example.Length > 0 ? command.Example : command.Name;
    }
}
