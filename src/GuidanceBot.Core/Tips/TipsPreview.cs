using GuidanceBot.Chat;
using GuidanceBot.Communities;

namespace GuidanceBot.Tips;

/// <summary><c>/tips preview</c>, and what is suggested while somebody types a schedule or a zone.</summary>
internal sealed class TipsPreview(TipSchedules schedules, CommunityBook communities, ChatPlatforms platforms, TimeProvider clock)
{
    private static readonly string[] Examples =
    [
        "weekdays at 9:00", "every day at 8:00", "mondays and thursdays at 14:30", "mondays at 9:00", "weekends at noon",
        "first monday of the month at 9:00", "last friday of the month at 16:00", "the 1st and 15th of the month at 9:00", "every 4 hours", "0 9 * * 1-5",
    ];

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var (what, zoneTyped) = (call.Options.Text("what").Trim(), call.Options.Text("zone"));
        var settings = await communities.OfAsync(call.Channel.In, cancellationToken);
        var all = await schedules.OfAsync(call.Channel.In, cancellationToken);
        var isNumber = what.TrimStart('#').All(char.IsAsciiDigit);
        if (isNumber)
        {
            if (TipsDesk.Find(all, what) is { } schedule)
                return Reply.Of(await OfAsync(schedule, cancellationToken));
            if (what.Length == 0 || what[0] == '#')
                return Reply.Of("Which schedule?", TipsDesk.Unknown(all, what));
        }

        if (Zones.Find(zoneTyped.Length > 0 ? zoneTyped : settings.Zone) is not { } zone)
            return Reply.Of("No preview yet", Zones.Problem(zoneTyped));
        // A bare 9 is a time where no schedule has that number; a bare 999 is none.
        var reading = ScheduleText.Read(what);
        if (isNumber && reading.Problem is not null)
            return Reply.Of("Which schedule?", TipsDesk.Unknown(all, what));
        return reading.Problem is { } problem
            ? Reply.Of("No preview yet", problem)
            : Reply.Of(Card.Of($"“{ScheduleText.Short(what)}”", $"That is {ScheduleText.Describe(reading.Cron)}, as cron {reading.Cron}. It would be due:")
                .With(Slots(new SlotPlanner(reading.Cron, zone), 3), new NoteBlock("Nothing was saved.")));
    }

    public Task<IReadOnlyList<Choice>> SuggestWhenAsync(SuggestCall call, CancellationToken cancellationToken)
    {
        var typed = call.Typed.Trim();
        var reading = typed.Length > 0 ? ScheduleText.Read(typed) : null;
        var own = reading is { Problem: null } ? new[] { new Choice(typed, $"{typed} ({ScheduleText.Describe(reading.Cron)})") } : [];
        var fitting = Examples.Where(e => e != typed && e.Contains(typed, StringComparison.OrdinalIgnoreCase)).Select(e => new Choice(e, e));
        return Task.FromResult<IReadOnlyList<Choice>>([.. own, .. fitting]);
    }

    public Task<IReadOnlyList<Choice>> SuggestZoneAsync(SuggestCall call, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Choice>>([.. Zones.Suggest(call.Typed).Select(z => new Choice(z, z))]);

    public async Task<IReadOnlyList<Choice>> SuggestScheduleAsync(SuggestCall call, CancellationToken cancellationToken) =>
        [.. (await schedules.OfAsync(call.Channel.In, cancellationToken))
            .Select(s => new Choice($"#{s.Number}", $"#{s.Number} {ScheduleText.Describe(s.Cron)}{(s.Paused ? " (paused)" : "")}"))
            .Where(c => c.Label.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))];

    private async Task<Card> OfAsync(Schedule schedule, CancellationToken cancellationToken)
    {
        var channels = await ChannelNames.OfAsync(platforms, schedule.Address, cancellationToken);
        var card = Card.Of($"Schedule #{schedule.Number}", $"{ScheduleText.Describe(schedule.Cron)}{(schedule.Paused ? ", paused; if it went on, it would be due:" : ". Due:")}");
        var each = schedule.Places.Count > 1 ? 2 : 5;
        foreach (var place in schedule.Places)
        {
            card = SlotPlanner.Find(schedule.Cron, place.Zone) is { } planner
                ? card.With(new HeadingBlock(channels.Of(place.Channel)), Slots(planner, each))
                : card.With(new HeadingBlock(channels.Of(place.Channel)), new TextBlock(Zones.Problem(place.Zone)));
        }

        return card;
    }

    private ListBlock Slots(SlotPlanner planner, int count) =>
        new([.. planner.Next(clock.GetUtcNow(), count).Select(s => TipWords.Slot(s, planner.Zone))]);
}
