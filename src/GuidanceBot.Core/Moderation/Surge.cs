using System.Globalization;
using GuidanceBot.Alarms;
using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>When many pressing flags come within minutes, the first get cards of their own and the rest share one an hour, so that cards do not bury each other. They wait in /flags and the digest like any other.</summary>
internal sealed class Surge(FlagBook flags, CommunityBook communities, ChatPlatforms platforms, AlarmClock alarms) : IDueWork
{
    private const int MostCards = 10;
    private static readonly TimeSpan Within = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BetweenDrawings = TimeSpan.FromSeconds(30);

    // What the shared card shows, and since when. After a start it is drawn once more than needed.
    private readonly Dictionary<(CommunityAddress, DateTimeOffset), (int Count, DateTimeOffset At)> _drawn = [];

    public string Name => "cards that many flags share";

    /// <summary>Whether a new flag shares a card rather than getting one of its own. Where a community asked for every card, it gets every card.</summary>
    public async Task<bool> TakesAsync(Flag flag, CommunitySettings settings, CancellationToken cancellationToken)
    {
        if (!flag.OwnCard || settings.CardAtOnce <= Severity.Low)
            return false;
        var since = flag.OpenedAt - Within;
        var shown = await flags.ListAsync(
            all => all.Where(f => f.Platform == flag.Platform && f.Community == flag.Community && f.OwnCard && f.OpenedAt > since).Take(MostCards), cancellationToken);
        return shown.Count >= MostCards;
    }

    /// <summary>A flag was kept that shares a card.</summary>
    public void Took() => alarms.Ring();

    public async Task<DateTimeOffset?> RunDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        foreach (var settings in await communities.AllAsync(cancellationToken))
        {
            if (settings.CardAtOnce <= Severity.Low || settings.ModeratorsChannel is null)
                continue;
            foreach (var hour in (DateTimeOffset[])[HourOf(now).AddHours(-1), HourOf(now)])
            {
                if (await DrawAsync(settings, hour, now, cancellationToken) is { } again && (next is null || again < next))
                    next = again;
            }
        }

        foreach (var old in _drawn.Keys.Where(d => d.Item2 < now.AddHours(-2)).ToList())
            _drawn.Remove(old);
        return next;
    }

    // Says when to draw again, if that is too soon now.
    private async Task<DateTimeOffset?> DrawAsync(CommunitySettings settings, DateTimeOffset hour, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (platform, community) = settings.Address;
        var end = hour.AddHours(1);
        var inHour = await flags.ListAsync(
            all => all.Where(f => f.Platform == platform && f.Community == community && f.Severity >= settings.CardAtOnce && f.OpenedAt >= hour && f.OpenedAt < end), cancellationToken);
        var count = inHour.Count(f => !f.OwnCard);

        // Without a row of cards before them they were never pressing: the community asked for cards only later.
        if (count == 0 || inHour.Count(f => f.OwnCard) == 0 || platforms.Find(platform) is not { } chat)
            return null;
        var before = _drawn.GetValueOrDefault((settings.Address, hour));
        if (before.Count == count)
            return null;
        if (before.Count > 0 && now < before.At + BetweenDrawings)
            return before.At + BetweenDrawings;

        var key = PostKeys.Of("many", platform, community, hour.ToString("O", CultureInfo.InvariantCulture));
        var posted = await chat.PostAsync(new ChannelAddress(platform, community, settings.ModeratorsChannel!), Draw(count, hour), key, silent: true, cancellationToken); // asked for above
        // The key's first post stands: from the second time on the card is drawn again.
        if (posted is { Outcome: Outcome.Done, Message: { } card } && await chat.RedrawAsync(card, Draw(count, hour), cancellationToken) is not Outcome.Failed)
            _drawn[(settings.Address, hour)] = (count, now);
        else if (posted.Outcome is Outcome.Done or Outcome.Failed)
            throw new PlatformFailedException();
        return null;
    }

    private static Card Draw(int count, DateTimeOffset since) => new Card
    {
        Title = count == 1 ? "One more message waits for a look" : $"{count} more messages wait for a look",
        Blocks =
        [
            new TextBlock("Many came within minutes. So that their cards don't bury each other, these have none of their own."),
            new FieldsBlock([CardField.Moment("Since", since)]),
            new NoteBlock("/flags lists them all, the gravest first."),
        ],
    }.With(new CardButton($"{FlagsCommand.PageButton.Prefix}:open:0", "All flags", ButtonStyle.Primary));

    private static DateTimeOffset HourOf(DateTimeOffset moment) => new(moment.UtcDateTime.Date.AddHours(moment.UtcDateTime.Hour), TimeSpan.Zero);
}
