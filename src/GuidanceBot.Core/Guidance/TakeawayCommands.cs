using System.Globalization;
using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Guidance;

/// <summary><c>/takeaways</c>, <c>/takeaway</c> and <c>/video</c>. Answers are private, so that no takeaway is held up to somebody; sharing is a press of one's own.</summary>
internal sealed class TakeawayCommands(TakeawayPack pack, TakeawayCards cards, AskRanker ranker)
{
    public static CommandSpec All { get; } = new()
    {
        Name = "takeaways",
        Description = "The twelve takeaways on being online well",
        Anywhere = true,
    };

    public static CommandSpec One { get; } = new()
    {
        Name = "takeaway",
        Description = "One takeaway: what it means, what to do, an example",
        Options = [new OptionSpec("which", "A number from 1 to 12, or a few words") { Required = true, Suggests = true, MaxLength = 200 }],
        Anywhere = true,
        Example = "takeaway 5",
    };

    public static CommandSpec Video { get; } = new()
    {
        Name = "video",
        Description = "The video the takeaways come from",
        Anywhere = true,
    };

    public static ButtonSpec ListButton { get; } = new("takeaways", AnswerKind.Replace);

    public static ButtonSpec OneButton { get; } = new("takeaway", AnswerKind.Private);

    public static ButtonSpec MoreButton { get; } = new("takeaway-more", AnswerKind.Private);

    public static ButtonSpec HappenedButton { get; } = new("takeaway-happened", AnswerKind.Private);

    public static ButtonSpec ShareButton { get; } = new("takeaway-share", AnswerKind.Public);

    public Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Reply.Of(cards.List(1)));

    public Task<Reply> TurnAsync(ButtonPress press, CancellationToken cancellationToken) =>
        Task.FromResult<Reply>(new Reply.Replace(cards.List(Number(press) ?? 1)));

    public Task<Reply> ShowAsync(CommandCall call, CancellationToken cancellationToken) =>
        Task.FromResult(Find(call.Options.Text("which").Trim().TrimStart('#')) is { } number
            ? Reply.Of(cards.One(number))
            : Reply.Of("No takeaway fits that", "Give a number from 1 to 12, or a few words of it: “sleep on it”, “permanent”. /takeaways lists all twelve."));

    public Task<Reply> PressAsync(ButtonPress press, CancellationToken cancellationToken) =>
        Task.FromResult(Number(press) is { } number ? Reply.Of(Card(press, number)) : Reply.Of(Answers.Outdated));

    public Task<Reply> VideoAsync(CommandCall call, CancellationToken cancellationToken) => Task.FromResult(Reply.Of(
        Chat.Card.Of(pack.Video.Title, pack.Video.About).With(cards.Video(), new NoteBlock(pack.Attribution))));

    public Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Choice>>([.. pack.Takeaways
            .Select(t => new Choice(t.Number.ToString(CultureInfo.InvariantCulture), TakeawayCards.Heading(t)))
            .Where(c => c.Label.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))]);

    private Card Card(ButtonPress press, int number) => press.ButtonId.Split(':')[0] switch
    {
        "takeaway-more" => cards.More(number),
        "takeaway-happened" => cards.Happened(number),
        "takeaway-share" => cards.One(number, shared: true),
        _ => cards.One(number),
    };

    private int? Find(string which)
    {
        if (int.TryParse(which, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number is >= 1 and <= 12 ? number : null;
        return pack.Takeaways.FirstOrDefault(t => t.Wording.Contains(which, StringComparison.OrdinalIgnoreCase))?.Number
            ?? ranker.Ask(which).Takeaways.FirstOrDefault()?.Takeaway;
    }

    private static int? Number(ButtonPress press) =>
        int.TryParse(press.ButtonId.AsSpan(press.ButtonId.IndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12
            ? number
            : null;
}
