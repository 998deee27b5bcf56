using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Tips;

/// <summary><c>/tips list</c>, <c>pause</c>, <c>resume</c>, <c>remove</c> and <c>now</c>.</summary>
internal sealed class TipsDesk(GuidanceDb db, TipSchedules schedules, TipLedger ledger, TipPoster poster, CommunityBook communities, ChatPlatforms platforms, TimeProvider clock)
{
    public async Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var community = call.Channel.In;
        if (await SetUpFirst.UnlessDoneAsync(communities, platforms, community, cancellationToken) is { } first)
            return Reply.Of(first);

        var all = await schedules.OfAsync(community, cancellationToken);
        if (all.Count == 0)
            return Reply.Of(None(community));

        var channels = await ChannelNames.OfAsync(platforms, community, cancellationToken);
        var card = new Card { Title = "Tips" };
        foreach (var schedule in all)
        {
            var lines = new List<string>();
            foreach (var place in schedule.Places.OrderBy(p => p.NextSlot))
                lines.Add(await LineAsync(place, schedule, channels, cancellationToken));
            card = card.With(new HeadingBlock($"#{schedule.Number} {ScheduleText.Describe(schedule.Cron)}{(schedule.Paused ? " (paused)" : "")}"), new ListBlock(lines));
        }

        return Reply.Of(card);
    }

    public Task<Reply> PauseAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(call, async schedule =>
    {
        await schedules.PauseAsync(schedule, paused: true, cancellationToken);
        return Card.Of($"Schedule #{schedule.Number} is paused", $"It posts nothing until {platforms.PrefixOf(schedule.Address)}tips resume #{schedule.Number}. It will go on with the tip that is next.");
    }, cancellationToken);

    public Task<Reply> ResumeAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(call, async schedule =>
    {
        await schedules.PauseAsync(schedule, paused: false, cancellationToken);
        var next = schedule.Places.Select(p => SlotPlanner.Find(schedule.Cron, p.Zone) is { } planner && planner.Next(clock.GetUtcNow()) is { } slot ? TipWords.Slot(slot, planner.Zone) : null).OfType<string>();
        return Card.Of($"Schedule #{schedule.Number} goes on", "What was due meanwhile is not made up for. Next:").With(new ListBlock([.. next.Take(3)]));
    }, cancellationToken);

    public Task<Reply> RemoveAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(call, async schedule =>
    {
        await schedules.RemoveAsync(schedule.Id, schedule.Address, cancellationToken);
        var again = schedule.Places.Select(p => p.Zone).FirstOrDefault("UTC");
        return Card.Of($"Schedule #{schedule.Number} is gone", $"To have it back: {platforms.PrefixOf(schedule.Address)}tips add {schedule.Typed} zone:{again}");
    }, cancellationToken);

    /// <summary>Posts the next tip of the rotation in every place of the schedule; its slots stay where they are.</summary>
    public Task<Reply> NowAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(call, async schedule =>
    {
        var now = clock.GetUtcNow();
        var claimed = new List<ClaimedSlot>();
        foreach (var id in schedule.Places.Select(p => p.Id))
        {
            var place = await db.Set<Place>().Include(p => p.Schedule).SingleAsync(p => p.Id == id, cancellationToken);
            if (await ledger.ClaimAsync(place, now, $"now {now:yyyy-MM-ddTHH:mm:ss.fff}", now, cancellationToken) is { } one)
                claimed.Add(one);
        }

        var results = await poster.PostAsync(claimed, cancellationToken);
        var channels = await ChannelNames.OfAsync(platforms, schedule.Address, cancellationToken);
        var lines = results.Select(r => r.Result.Outcome is Outcome.Done
            ? $"Posted in {channels.Of(r.Slot.Place.Channel)}."
            : $"Not posted in {channels.Of(r.Slot.Place.Channel)}: {TipWords.Why(r.Result.Outcome)}.{(r.Result.Outcome is Outcome.Failed ? " I'll try again." : "")}");
        return Card.Of($"Schedule #{schedule.Number}, now", [.. lines, "Its times stay as they are."]);
    }, cancellationToken);

    /// <summary>The schedule somebody means: #3, 3, or nothing where there is only one.</summary>
    public static Schedule? Find(List<Schedule> all, string typed) => typed.Trim().TrimStart('#') is { Length: > 0 } number
        ? all.Find(s => int.TryParse(number, out var n) && s.Number == n)
        : all is [var only] ? only : null;

    public static string Unknown(List<Schedule> all, string typed) => (typed.Trim(), all.Count) switch
    {
        (_, 0) => "There is no schedule yet.",
        ("", _) => $"Which one? There are {string.Join(", ", all.Select(s => $"#{s.Number} ({ScheduleText.Describe(s.Cron)})"))}.",
        _ => $"There is no schedule “{ScheduleText.Short(typed.Trim())}”; there {(all.Count == 1 ? "is" : "are")} {string.Join(", ", all.Select(s => $"#{s.Number}"))}.",
    };

    private async Task<Reply> WithAsync(CommandCall call, Func<Schedule, Task<Card>> act, CancellationToken cancellationToken)
    {
        var community = call.Channel.In;
        if (await SetUpFirst.UnlessDoneAsync(communities, platforms, community, cancellationToken) is { } first)
            return Reply.Of(first);

        var all = await schedules.OfAsync(community, cancellationToken);
        if (all.Count == 0)
            return Reply.Of(None(community));
        return Find(all, call.Options.Text("schedule")) is { } schedule
            ? Reply.Of(await act(schedule))
            : Reply.Of("Which schedule?", Unknown(all, call.Options.Text("schedule")));
    }

    private Card None(CommunityAddress community) =>
        Card.Of("No tips yet", $"No schedule is set. {platforms.PrefixOf(community)}tips add weekdays at 9:00 posts one here on weekday mornings.");

    private async Task<string> LineAsync(Place place, Schedule schedule, ChannelNames channels, CancellationToken cancellationToken)
    {
        var where = $"{channels.Of(place.Channel)} ({place.Zone})";
        var next = schedule.Paused ? "paused"
            : place.NextSlot is { } slot && Zones.Find(place.Zone) is { } zone ? $"next {TipWords.Slot(slot, zone)}"
            : "stopped: this machine doesn't know the zone any more";
        if (place.Failures == 0)
            return $"{where}: {next}";

        var last = await db.Set<Posting>().AsNoTracking().Where(p => p.PlaceId == place.Id && p.State == PostingState.Failed)
            .OrderByDescending(p => p.Slot).FirstOrDefaultAsync(cancellationToken);
        return $"{where}: {next}. The last {(place.Failures == 1 ? "tip was" : $"{place.Failures} tips were")} not posted: {TipWords.Why(last?.LastOutcome)}.";
    }
}
