using GuidanceBot.Alarms;

namespace GuidanceBot.Moderation;

/// <summary>Finishes what a crash or a refusal left half done: cards that are due, notes and removals that were decided.</summary>
internal sealed class DueCards(FlagBook flags, FlagCards cards, AuthorNotes notes, Removals removals) : IDueWork
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

        var due = await flags.ListAsync(all => all.Where(f => f.OwnCard && f.DrawnVersion != f.Version).OrderBy(f => f.TouchedAt).Take(Batch), cancellationToken);
        var done = 0;
        var refused = new HashSet<(string, string)>();
        foreach (var flag in due.Where(f => !refused.Contains((f.Platform, f.Community))))
        {
            // Where one card is refused the next would be too: the other communities go on.
            if (await cards.TryShowAsync(flag.Id, cancellationToken))
                done++;
            else
                refused.Add((flag.Platform, flag.Community));
        }

        return done < due.Count || begun.Count > 0 ? now + Again : due.Count == Batch ? now : null;
    }
}
