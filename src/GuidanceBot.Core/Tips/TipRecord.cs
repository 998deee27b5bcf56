using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Tips;

/// <summary>Writes into the ledger how posting went, plans another try where one may help, and tells the moderators once where a place keeps failing.</summary>
internal sealed class TipRecord(GuidanceDb db, CommunityBook communities, ChatPlatforms platforms)
{
    private static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(30)];

    public async Task SaveAsync(IReadOnlyList<PostedSlot> finished, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var toTell = new List<PostedSlot>();
        await using (var all = await db.Database.BeginTransactionAsync(cancellationToken))
        {
            foreach (var one in finished)
            {
                if (one.Result.Outcome is Outcome.Done)
                    await PostedAsync(one, now, cancellationToken);
                else if (TryAgainAt(one, now) is { } again)
                    await UpdateAsync(one, PostingState.Claimed, again, null, cancellationToken);
                else if (await FailedAsync(one, now, cancellationToken))
                    toTell.Add(one);
            }

            await all.CommitAsync(cancellationToken);
        }

        foreach (var one in toTell)
            await TellAsync(one, cancellationToken);
    }

    private async Task PostedAsync(PostedSlot one, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await UpdateAsync(one, PostingState.Posted, null, now, cancellationToken);
        if (one.Slot.Place.Failures > 0 || one.Slot.Place.WarnedAt is not null)
            await PlaceOf(one).ExecuteUpdateAsync(set => set.SetProperty(p => p.Failures, 0).SetProperty(p => p.WarnedAt, (DateTimeOffset?)null), cancellationToken);
    }

    // True where the moderators should hear of it now.
    private async Task<bool> FailedAsync(PostedSlot one, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await UpdateAsync(one, PostingState.Failed, null, null, cancellationToken);
        await PlaceOf(one).ExecuteUpdateAsync(set => set.SetProperty(p => p.Failures, p => p.Failures + 1), cancellationToken);
        var forGood = one.Result.Outcome is not Outcome.Failed;
        return await PlaceOf(one).Where(p => p.WarnedAt == null && (forGood || p.Failures >= 2))
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.WarnedAt, now), cancellationToken) == 1;
    }

    // A refusal for want of rights or channel won't heal by itself before the next slot; a platform's fault may.
    private static DateTimeOffset? TryAgainAt(PostedSlot one, DateTimeOffset now)
    {
        if (one.Result.Outcome is not Outcome.Failed)
            return null;

        var posting = one.Slot.Posting;
        var again = now + Waits[Math.Min(posting.Tries, Waits.Length) - 1];
        var planner = SlotPlanner.Find(one.Slot.Place.Schedule.Cron, one.Slot.Place.Zone);
        return again - posting.Slot <= CatchUp.Grace(posting.Slot, planner?.Next(posting.Slot)) ? again : null;
    }

    private Task<int> UpdateAsync(PostedSlot one, PostingState state, DateTimeOffset? tryAt, DateTimeOffset? postedAt, CancellationToken cancellationToken)
    {
        var (posting, message) = (one.Slot.Posting, one.Result.Message?.Message);
        Outcome? outcome = one.Result.Outcome;
        return db.Postings
            .Where(p => p.PlaceId == posting.PlaceId && p.Slot == posting.Slot && p.State == PostingState.Claimed)
            .ExecuteUpdateAsync(set => set
                .SetProperty(p => p.State, state)
                .SetProperty(p => p.TryAt, tryAt)
                .SetProperty(p => p.PostedAt, postedAt)
                .SetProperty(p => p.Message, message)
                .SetProperty(p => p.LastOutcome, outcome), cancellationToken);
    }

    private IQueryable<Place> PlaceOf(PostedSlot one) => db.Places.Where(p => p.Id == one.Slot.Place.Id);

    private async Task TellAsync(PostedSlot one, CancellationToken cancellationToken)
    {
        var schedule = one.Slot.Place.Schedule;
        var settings = await communities.OfAsync(schedule.Address, cancellationToken);
        if (settings.ModeratorsChannel is not { } moderators || platforms.Find(schedule.Platform) is not { } platform)
            return;

        var channels = await ChannelNames.OfAsync(platforms, schedule.Address, cancellationToken);
        var card = Card.Of(
            "Tips don't get through",
            $"The tip of schedule #{schedule.Number} could not be posted in {channels.Of(one.Slot.Place.Channel)}: {TipWords.Why(one.Result.Outcome)}. I'll try again at its next slot, and tell you only once.",
            $"An admin can look with {platform.Abilities.CommandPrefix}tips list.");
        await platform.PostAsync(new ChannelAddress(schedule.Platform, schedule.Community, moderators), card, Posting.KeyOf("tw", one.Slot.Place.Id, one.Slot.Posting.Slot), silent: true, cancellationToken);
    }
}
