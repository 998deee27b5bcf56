using GuidanceBot.Alarms;
using GuidanceBot.Communities;

namespace GuidanceBot.Moderation;

/// <summary>Finishes what a crash or a refusal left half done: cards that are due, notes and removals that were decided.</summary>
internal sealed class DueCards(FlagBook flags, FlagCards cards, AuthorNotes notes, Removals removals, CommunityBook communities) : IDueWork
{
    private const int Batch = 50;
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    public string Name => "cards of flags";

    public async Task<DateTimeOffset?> RunDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Somebody may be at it right now: only what has stood still for a while was left behind.
        var begun = await flags.ListAsync(all => all.Where(f => f.Note == NoteState.Sending || f.Removing).OrderBy(f => f.TouchedAt).Take(Batch), cancellationToken);
        foreach (var flag in begun.Where(f => f.TouchedAt < now - Again))
        {
            if (flag.Removing)
                await removals.TryAsync(flag, cancellationToken);
            else
                await notes.SendAsync(flag, cancellationToken);
        }

        var left = begun.Count > 0;
        foreach (var settings in await communities.AllAsync(cancellationToken))
            left |= !await ShowAsync(settings, cancellationToken);
        return left ? now + Again : null;
    }

    // Where one card of a community is refused the next would be too: the others go on.
    private async Task<bool> ShowAsync(CommunitySettings settings, CancellationToken cancellationToken)
    {
        if (settings.ModeratorsChannel is null)
            return true; // shown as soon as one is picked

        var (platform, community) = settings.Address;
        var due = await flags.ListAsync(
            all => all.Where(f => f.Platform == platform && f.Community == community && f.OwnCard && f.DrawnVersion != f.Version).OrderBy(f => f.TouchedAt).Take(Batch),
            cancellationToken);
        foreach (var flag in due)
        {
            if (!await cards.TryShowAsync(flag.Id, cancellationToken))
                return false;
        }

        return due.Count < Batch;
    }
}
