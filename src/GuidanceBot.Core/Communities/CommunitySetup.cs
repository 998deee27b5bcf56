using GuidanceBot.Tips;

namespace GuidanceBot.Communities;

/// <summary>Sets a community up: its settings and its tips. Doing it again changes what is there and doubles nothing.</summary>
public sealed class CommunitySetup
{
    private readonly CommunityBook _communities;
    private readonly TipSchedules _schedules;
    private readonly TimeProvider _clock;

    internal CommunitySetup(CommunityBook communities, TipSchedules schedules, TimeProvider clock) =>
        (_communities, _schedules, _clock) = (communities, schedules, clock);

    /// <summary>Saves the settings, marks the community as set up, and gives it the tips wished for; null takes away those that set-up gave before.</summary>
    public async Task ApplyAsync(CommunitySettings settings, TipsWish? tips, CancellationToken cancellationToken)
    {
        var all = await _schedules.OfAsync(settings.Address, cancellationToken);
        var schedule = all.Find(s => s.Places.Exists(p => p.FromSetup));
        var place = schedule?.Places.Find(p => p.FromSetup);
        if (tips is not null)
            await GiveAsync(settings, tips, all, schedule, place, cancellationToken);
        else if (schedule is not null && place is not null)
            await TakeAsync(schedule, place, cancellationToken);

        // Last, since it marks the community as set up: after a crash before it all is done again, and doubles nothing.
        await _communities.SaveAsync(settings with { SetUpAt = settings.SetUpAt ?? _clock.GetUtcNow() }, cancellationToken);
    }

    private async Task GiveAsync(CommunitySettings settings, TipsWish tips, List<Schedule> all, Schedule? schedule, Place? place, CancellationToken cancellationToken)
    {
        var cron = ScheduleText.Read(tips.When) is { Problem: null } reading
            ? reading.Cron
            : throw new ArgumentException($"“{tips.When}” is no schedule: check it with ScheduleText first.", nameof(tips));
        if (schedule is null && all.Exists(s => s.Cron == cron && s.Places.Exists(p => p.Channel == tips.Channel)))
            return;

        schedule ??= await _schedules.AddAsync(settings.Address, cron, tips.When, cancellationToken);
        if (schedule.Cron != cron)
            await _schedules.MoveAsync(schedule, cron, tips.When, cancellationToken);
        if (place?.Channel == tips.Channel && place.Zone == settings.Zone)
            return;

        if (place is not null)
            await _schedules.RemovePlaceAsync(place.Id, cancellationToken);
        await _schedules.AddPlaceAsync(schedule, tips.Channel, settings.Zone, fromSetup: true, cancellationToken);
    }

    // Places that /tips add gave to the same rotation stay.
    private Task TakeAsync(Schedule schedule, Place place, CancellationToken cancellationToken) =>
        schedule.Places.Count == 1 ? _schedules.RemoveAsync(schedule.Id, schedule.Address, cancellationToken) : _schedules.RemovePlaceAsync(place.Id, cancellationToken);

    /// <summary>The tips that set-up gave; null where there are none.</summary>
    internal async Task<TipsWish?> TipsOfAsync(CommunitySettings settings, CancellationToken cancellationToken) =>
        (await _schedules.OfAsync(settings.Address, cancellationToken))
            .SelectMany(s => s.Places.Where(p => p.FromSetup).Select(p => new TipsWish(p.Channel, s.Typed))).FirstOrDefault();
}

/// <summary>Tips that set-up should give: where, and when in words or cron.</summary>
public sealed record TipsWish(string Channel, string When = "weekdays at 9:00");
