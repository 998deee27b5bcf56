using System.Globalization;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Tips;

/// <summary><c>/tips list</c>, <c>pause</c>, <c>resume</c>, <c>remove</c> and <c>now</c>.</summary>
internal sealed class TipsDesk(GuidanceDb db, TipSchedules schedules, TipLedger ledger, TipPoster poster, CommunityBook communities, ChatPlatforms platforms, TimeProvider clock)
{
    private const int MostWords = 60;

    public async Task<Reply> ListAsync(CommandCall call, CancellationToken cancellationToken) =>
        Reply.Of(await SetUpFirst.UnlessDoneAsync(communities, platforms, call.Channel.In, cancellationToken) ?? await PageAsync(call.Channel.In, 0, cancellationToken));

    public async Task<Reply> TurnAsync(ButtonPress press, CancellationToken cancellationToken) =>
        new Reply.Replace(await PageAsync(press.Channel.In, int.TryParse(press.ButtonId.Split(':')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0, cancellationToken));

    public Task<Reply> PauseAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(call, async schedule =>
    {
        await schedules.PauseAsync(schedule, paused: true, cancellationToken);
        return Card.Of($"Schedule #{schedule.Number} is paused", $"It posts nothing until {platforms.PrefixOf(schedule.Address)}tips resume #{schedule.Number}. It will go on with the tip that is next.");
    }, cancellationToken);

    public Task<Reply> ResumeAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(call, async schedule =>
    {
        if (!schedule.Paused)
            return Card.Of($"Schedule #{schedule.Number} is running", "It was not paused; nothing was changed.");
        await schedules.PauseAsync(schedule, paused: false, cancellationToken);
        var next = schedule.Places.Select(p => SlotPlanner.Find(schedule.Cron, p.Zone) is { } planner && planner.Next(clock.GetUtcNow()) is { } slot ? TipWords.Slot(slot, planner.Zone) : null).OfType<string>();
        return Card.Of($"Schedule #{schedule.Number} goes on", "What was due meanwhile is not made up for. Next:").With(new ListBlock([.. next.Take(3)]));
    }, cancellationToken);

    public Task<Reply> RemoveAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(call, async schedule =>
    {
        await schedules.RemoveAsync(schedule.Id, schedule.Address, cancellationToken);
        var channels = await ChannelNames.OfAsync(platforms, schedule.Address, cancellationToken);
        var again = schedule.Places.Select(p => $"{platforms.PrefixOf(schedule.Address)}tips add {schedule.Typed} zone:{p.Zone} channel:{channels.Of(p.Channel)}");
        return Card.Of($"Schedule #{schedule.Number} is gone", "To have it back:").With(new ListBlock([.. again]));
    }, cancellationToken);

    /// <summary>Posts the next tip of the rotation in every channel of the schedule; its slots stay where they are.</summary>
    public Task<Reply> NowAsync(CommandCall call, CancellationToken cancellationToken) => WithAsync(call, async schedule =>
    {
        var now = clock.GetUtcNow();
        var claimed = new List<ClaimedSlot>();
        foreach (var id in schedule.Places.DistinctBy(p => p.Channel).Select(p => p.Id))
        {
            var place = await db.Places.Include(p => p.Schedule).SingleAsync(p => p.Id == id, cancellationToken);
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

    // As many schedules as can be read at a glance; the rest under More.
    private async Task<Card> PageAsync(CommunityAddress community, int from, CancellationToken cancellationToken)
    {
        var all = await schedules.OfAsync(community, cancellationToken);
        if (all.Count == 0)
            return None(community);

        var channels = await ChannelNames.OfAsync(platforms, community, cancellationToken);
        var (card, words, next) = (new Card { Title = "Tips" }, 1, Math.Clamp(from, 0, all.Count - 1));
        for (var first = next; next < all.Count; next++)
        {
            var heading = $"#{all[next].Number} {ScheduleText.Describe(all[next].Cron)}{(all[next].Paused ? " (paused)" : "")}";
            var lines = new List<string>();
            foreach (var place in all[next].Places.OrderBy(p => p.NextSlot))
                lines.Add(await LineAsync(place, all[next], channels, cancellationToken));
            words += CardPages.Words($"{heading} {string.Join(' ', lines)}");
            if (words > MostWords && next > first)
                break;
            card = card.With(new HeadingBlock(heading), new ListBlock(lines));
        }

        if (from > 0)
            card = card.With(new CardButton("tips-list:0", "Back to the first"));
        return next < all.Count ? card.With(new CardButton($"tips-list:{next}", "More") { SpokenLabel = "More schedules" }) : card;
    }

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
            : place.NextSlot is { } slot && Zones.Find(place.Zone) is { } zone ? $"next {TipWords.Wall(slot, zone)}"
            : "stopped: this machine doesn't know the zone any more";
        if (place.Failures == 0)
            return $"{where}: {next}";

        var last = await db.Postings.AsNoTracking().Where(p => p.PlaceId == place.Id && p.State == PostingState.Failed)
            .OrderByDescending(p => p.Slot).FirstOrDefaultAsync(cancellationToken);
        return $"{where}: {next}. The last {(place.Failures == 1 ? "tip was" : $"{place.Failures} tips were")} not posted: {TipWords.Why(last?.LastOutcome)}.";
    }
}
