using System.Globalization;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary><c>/flags</c>: what waits for a look. By state and severity, never by author.</summary>
internal sealed class FlagsCommand(FlagBook flags, CommunityBook communities, ChatPlatforms platforms, TimeProvider clock)
{
    private const int OnAPage = 4;

    public static readonly CommandSpec Spec = new()
    {
        Name = "flags",
        Description = "See what waits for a moderator's look",
        For = Audience.Moderators,
        Options =
        [
            new OptionSpec("show", "open (all that wait), mine, high, medium or low")
            {
                Choices = [new("open", "All that wait"), new("mine", "Those I took"), new("high", "High severity"), new("medium", "Medium severity"), new("low", "Low severity")],
            },
        ],
        Example = "flags mine",
    };

    public static readonly ButtonSpec PageButton = new("flags-page", AnswerKind.Replace) { For = Audience.Moderators };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        Reply.Of(await SetUpFirst.UnlessDoneAsync(communities, platforms, call.Caller.In, cancellationToken)
            ?? await DrawAsync(call.Options.Has("show") ? call.Options.Text("show") : "open", 0, call.Caller, cancellationToken));

    public async Task<Reply> TurnAsync(ButtonPress press, CancellationToken cancellationToken) =>
        press.ButtonId.Split(':') is [_, var show, var page] && int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new Reply.Replace(await DrawAsync(show, number, press.Presser, cancellationToken))
            : Reply.Of(Answers.Outdated);

    private async Task<Card> DrawAsync(string show, int page, MemberId who, CancellationToken cancellationToken)
    {
        var all = await flags.ListAsync(
            every => Which(every.Where(f => f.Platform == who.Platform && f.Community == who.Community && f.State != FlagState.Closed), show, who)
                .OrderByDescending(f => f.Severity).ThenBy(f => f.SentAt),
            cancellationToken);
        if (all.Count == 0)
            return Card.Of("Nothing waits", show == "open" ? "No message waits for a look." : "None of these waits for a look. /flags shows all.");

        page = Math.Clamp(page, 0, (all.Count - 1) / OnAPage);
        var shown = all.Skip(page * OnAPage).Take(OnAPage).ToList();
        var lines = new List<string>();
        foreach (var flag in shown)
            lines.Add($"{FlagWords.Severity(flag.Severity)}: {FlagWords.Label(flag)}, {await ChannelNames.OfAsync(platforms[who.Platform], flag.WatchedChannel, cancellationToken)}, {Age(clock.GetUtcNow() - flag.SentAt)}{(flag.State is FlagState.Claimed ? ", taken" : "")}");

        var first = page * OnAPage + 1;
        var card = new Card
        {
            Title = all.Count == 1 ? "One flag waits" : $"{all.Count} flags wait",
            Blocks = [new ListBlock(lines, FirstNumber: first)],
        };
        card = card.With([.. shown.Select((f, i) => new CardButton(FlagButton.Id("flag-open", f), $"Open {first + i}") { SpokenLabel = $"Open: {lines[i]}" })]);
        if (page > 0)
            card = card.With(new CardButton($"{PageButton.Prefix}:{show}:{page - 1}", "Back"));
        return first + OnAPage <= all.Count ? card.With(new CardButton($"{PageButton.Prefix}:{show}:{page + 1}", "Next")) : card;
    }

    private static IQueryable<Flag> Which(IQueryable<Flag> flags, string show, MemberId who) => show switch
    {
        "mine" => flags.Where(f => f.ClaimedBy == who.Member),
        "high" => flags.Where(f => f.Severity == Severity.High),
        "medium" => flags.Where(f => f.Severity == Severity.Medium),
        "low" => flags.Where(f => f.Severity == Severity.Low),
        _ => flags,
    };

    private static string Age(TimeSpan age) =>
        age.TotalDays >= 1 ? $"{(int)age.TotalDays} d old"
        : age.TotalHours >= 1 ? $"{(int)age.TotalHours} h old"
        : $"{Math.Max(1, (int)age.TotalMinutes)} min old";
}
