using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Moderation;

/// <summary>Where flags are kept. A change and its line of history are saved together, and of two changes at once the second sees the first.</summary>
internal sealed class FlagBook(IDbContextFactory<GuidanceDb> databases)
{
    /// <summary>Keeps a new flag; false where the message has one.</summary>
    public async Task<bool> OpenAsync(Flag flag, FlagEvent opened, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var both = await db.Database.BeginTransactionAsync(cancellationToken);
        if (!await db.InsertIfAbsentAsync(flag, cancellationToken))
            return false;

        db.FlagEvents.Add(opened);
        await db.SaveChangesAsync(cancellationToken);
        await both.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<Flag?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Flags.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
    }

    public async Task<Flag?> FindAsync(MessageAddress message, CancellationToken cancellationToken)
    {
        var ((platform, community, channel), id) = message;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.Flags.AsNoTracking().SingleOrDefaultAsync(
            f => f.Platform == platform && f.Community == community && f.Channel == channel && f.Message == id, cancellationToken);
    }

    public async Task<IReadOnlyList<Flag>> ListAsync(Func<IQueryable<Flag>, IQueryable<Flag>> which, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await which(db.Flags.AsNoTracking()).ToListAsync(cancellationToken);
    }

    /// <summary>
    /// Changes a flag, if <paramref name="change"/> still finds reason to: it gives the line for the history, or null to leave the
    /// flag alone. The update is conditional on the version that was read, so however many press at once, each sees what the one before did.
    /// </summary>
    public async Task<FlagChange> ChangeAsync(Guid id, Func<Flag, FlagEvent?> change, CancellationToken cancellationToken)
    {
        while (true)
        {
            await using var db = await databases.CreateDbContextAsync(cancellationToken);
            var flag = await db.Flags.SingleOrDefaultAsync(f => f.Id == id, cancellationToken);
            if (flag is null || change(flag) is not { } line)
                return new FlagChange(flag, false);

            flag.Version++;
            db.FlagEvents.Add(line);
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return new FlagChange(flag, true);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody else was first: look again. Each round somebody wins, so that this ends.
            }
        }
    }

    /// <summary>Remembers where the card stands and what it shows. Not a change: nothing is decided by it.</summary>
    public async Task DrawnAsync(Flag drawn, MessageAddress card, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await db.Flags.Where(f => f.Id == drawn.Id && f.Revision == drawn.Revision).ExecuteUpdateAsync(
            set => set
                .SetProperty(f => f.CardChannel, card.Channel.Channel)
                .SetProperty(f => f.CardMessage, card.Message)
                .SetProperty(f => f.ShownAt, f => f.ShownAt ?? now)
                .SetProperty(f => f.DrawnVersion, drawn.Version),
            cancellationToken);
    }
}

/// <summary>A flag after an attempt to change it, and whether this attempt did.</summary>
internal sealed record FlagChange(Flag? Flag, bool Changed);
