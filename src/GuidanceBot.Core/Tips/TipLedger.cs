using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Tips;

/// <summary>Decides who posts which tip: one row for each slot of a place, inserted if absent, so that one node wins it.</summary>
internal sealed class TipLedger(GuidanceDb db, TipPack pack, ChatPlatforms platforms)
{
    /// <summary>How long whoever claimed a slot has to post it, before it counts as crashed and the slot is tried again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    private const int Batch = 500;

    /// <summary>Claims the slots that came due, records those that are too late, and moves every place to its next slot: all of it or nothing.</summary>
    public async Task<List<ClaimedSlot>> ClaimDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var running = platforms.All.Select(p => p.Name).ToList();
        await using var all = await db.Database.BeginTransactionAsync(cancellationToken);
        var due = await db.Places.Include(p => p.Schedule)
            .Where(p => p.NextSlot <= now && !p.Schedule.Paused && running.Contains(p.Schedule.Platform))
            .OrderBy(p => p.NextSlot).Take(Batch).ToListAsync(cancellationToken);

        var claimed = new List<ClaimedSlot>();
        foreach (var place in due)
        {
            // A zone that this machine no longer knows stops the place; /tips list says so.
            if (SlotPlanner.Find(place.Schedule.Cron, place.Zone) is not { } planner)
            {
                place.NextSlot = null;
                continue;
            }

            var decided = CatchUp.Decide(planner, place.NextSlot!.Value, now); // asked for above
            foreach (var missed in decided.Skip)
                await db.InsertIfAbsentAsync(new Posting { PlaceId = place.Id, Slot = missed, State = PostingState.Skipped, DecidedAt = now }, cancellationToken);
            if (decided.Post is { } slot && await ClaimAsync(place, slot, planner.WallOf(slot), now, cancellationToken) is { } won)
                claimed.Add(won);
            place.NextSlot = decided.Next;
        }

        await db.SaveChangesAsync(cancellationToken);
        await all.CommitAsync(cancellationToken);
        return claimed;
    }

    /// <summary>Claims a slot for this node; null where it was decided before.</summary>
    public async Task<ClaimedSlot?> ClaimAsync(Place place, DateTimeOffset slot, string wall, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var tip = await TurnAsync(place.Schedule, wall, cancellationToken);
        var posting = new Posting
        {
            PlaceId = place.Id, Slot = slot, State = PostingState.Claimed, TipId = tip.Id, DecidedAt = now, Tries = 1, TryAt = now + Lease,
        };
        return await db.InsertIfAbsentAsync(posting, cancellationToken) ? new ClaimedSlot(posting, place, tip) : null;
    }

    /// <summary>Takes over slots that were claimed and not posted: refused by the platform for a while, or left by a crash. Stale ones are closed.</summary>
    public async Task<List<ClaimedSlot>> ClaimLeftAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var running = platforms.All.Select(p => p.Name).ToList();
        var left = await db.Postings.AsNoTracking().Include(p => p.Place).ThenInclude(p => p.Schedule)
            .Where(p => p.State == PostingState.Claimed && p.TryAt <= now && running.Contains(p.Place.Schedule.Platform))
            .OrderBy(p => p.TryAt).Take(Batch).ToListAsync(cancellationToken);

        var claimed = new List<ClaimedSlot>();
        foreach (var posting in left)
        {
            var tip = pack.Tips.FirstOrDefault(t => t.Id == posting.TipId);
            var stale = tip is null || posting.Place.Schedule.Paused || now - posting.Slot > GraceOf(posting);
            var state = stale ? PostingState.Skipped : PostingState.Claimed;
            DateTimeOffset? tryAt = stale ? null : now + Lease;
            var won = await db.Postings
                .Where(p => p.PlaceId == posting.PlaceId && p.Slot == posting.Slot && p.State == PostingState.Claimed && p.TryAt == posting.TryAt)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(p => p.State, state)
                    .SetProperty(p => p.TryAt, tryAt)
                    .SetProperty(p => p.Tries, p => p.Tries + 1), cancellationToken);
            posting.Tries++;
            if (won == 1 && !stale)
                claimed.Add(new ClaimedSlot(posting, posting.Place, tip!)); // stale where null
        }

        return claimed;
    }

    /// <summary>How long after its slot a posting is still tried.</summary>
    public static TimeSpan GraceOf(Posting posting) =>
        CatchUp.Grace(posting.Slot, SlotPlanner.Find(posting.Place.Schedule.Cron, posting.Place.Zone)?.Next(posting.Slot));

    // The tip of a time on the wall: the first place to get there picks it, the others follow.
    private async Task<Tip> TurnAsync(Schedule schedule, string wall, CancellationToken cancellationToken)
    {
        while (true)
        {
            var turns = db.Turns.AsNoTracking().Where(t => t.ScheduleId == schedule.Id);
            var taken = await turns.SingleOrDefaultAsync(t => t.Wall == wall, cancellationToken);
            if (pack.Tips.FirstOrDefault(t => t.Id == taken?.TipId) is { } known)
                return known;

            var past = await turns.OrderByDescending(t => t.Ordinal).Take(2 * pack.Tips.Count).ToListAsync(cancellationToken);
            var (tip, round) = TipRotation.Next(pack.Tips, past, schedule.Seed);

            // The tip was taken out of the pack between one place's morning and the next.
            if (taken is not null)
            {
                await db.Turns.Where(t => t.ScheduleId == schedule.Id && t.Wall == wall).ExecuteUpdateAsync(set => set.SetProperty(t => t.TipId, tip.Id), cancellationToken);
                return tip;
            }

            var turn = new Turn { ScheduleId = schedule.Id, Wall = wall, Ordinal = (past.FirstOrDefault()?.Ordinal ?? 0) + 1, Round = round, TipId = tip.Id };
            if (await db.InsertIfAbsentAsync(turn, cancellationToken))
                return tip;
        }
    }
}

/// <summary>A slot that this node posts.</summary>
internal sealed record ClaimedSlot(Posting Posting, Place Place, Tip Tip)
{
    public ChannelAddress Channel => new(Place.Schedule.Platform, Place.Schedule.Community, Place.Channel);
}
