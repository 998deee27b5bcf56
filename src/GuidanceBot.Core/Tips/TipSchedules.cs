using GuidanceBot.Alarms;
using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Tips;

/// <summary>The schedules of a community: made, changed and taken away. Every change wakes the alarm clock.</summary>
internal sealed class TipSchedules(GuidanceDb db, AlarmClock alarm, TimeProvider clock)
{
    /// <summary>All of a community's, by number, with their places.</summary>
    public Task<List<Schedule>> OfAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        db.Schedules.AsNoTracking().Include(s => s.Places)
            .Where(s => s.Platform == community.Platform && s.Community == community.Community)
            .OrderBy(s => s.Number).ToListAsync(cancellationToken);

    /// <summary>Makes a schedule without places. The number is the next free one.</summary>
    public async Task<Schedule> AddAsync(CommunityAddress community, string cron, string typed, CancellationToken cancellationToken)
    {
        while (true)
        {
            var last = await db.Schedules
                .Where(s => s.Platform == community.Platform && s.Community == community.Community)
                .MaxAsync(s => (int?)s.Number, cancellationToken);
            var schedule = new Schedule
            {
                Id = Guid.NewGuid(), Platform = community.Platform, Community = community.Community, Number = (last ?? 0) + 1,
                Cron = cron, Typed = typed, Seed = Random.Shared.Next(), CreatedAt = clock.GetUtcNow(),
            };

            // Somebody else may take the number between the two questions.
            if (await db.InsertIfAbsentAsync(schedule, cancellationToken))
                return schedule;
        }
    }

    /// <summary>Adds a place to a schedule, due from now on. False where the schedule has it already.</summary>
    public async Task<bool> AddPlaceAsync(Schedule schedule, string channel, string zone, bool fromSetup, CancellationToken cancellationToken)
    {
        var next = schedule.Paused ? null : SlotPlanner.Find(schedule.Cron, zone)?.Next(clock.GetUtcNow());
        var place = new Place { Id = Guid.NewGuid(), ScheduleId = schedule.Id, Channel = channel, Zone = zone, FromSetup = fromSetup, NextSlot = next };
        var added = await db.InsertIfAbsentAsync(place, cancellationToken);
        alarm.Ring();
        return added;
    }

    /// <summary>Takes a place out of its schedule.</summary>
    public Task RemovePlaceAsync(Guid place, CancellationToken cancellationToken) =>
        db.Places.Where(p => p.Id == place).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Holds a schedule, or lets it go on from now; what was due meanwhile is not made up for.</summary>
    public async Task PauseAsync(Schedule schedule, bool paused, CancellationToken cancellationToken)
    {
        await db.Schedules.Where(s => s.Id == schedule.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Paused, paused), cancellationToken);
        await PlanAsync(schedule, paused, cancellationToken);
    }

    /// <summary>Gives a schedule another time.</summary>
    public async Task MoveAsync(Schedule schedule, string cron, string typed, CancellationToken cancellationToken)
    {
        await db.Schedules.Where(s => s.Id == schedule.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Cron, cron).SetProperty(s => s.Typed, typed), cancellationToken);
        (schedule.Cron, schedule.Typed) = (cron, typed);
        await PlanAsync(schedule, schedule.Paused, cancellationToken);
    }

    /// <summary>Takes a schedule away with its places, its rotation and its ledger.</summary>
    public async Task<bool> RemoveAsync(Guid schedule, CommunityAddress community, CancellationToken cancellationToken) =>
        await db.Schedules
            .Where(s => s.Id == schedule && s.Platform == community.Platform && s.Community == community.Community)
            .ExecuteDeleteAsync(cancellationToken) == 1;

    private async Task PlanAsync(Schedule schedule, bool paused, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        foreach (var place in schedule.Places)
        {
            var next = paused ? null : SlotPlanner.Find(schedule.Cron, place.Zone)?.Next(now);
            await db.Places.Where(p => p.Id == place.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.NextSlot, next), cancellationToken);
        }

        alarm.Ring();
    }
}
