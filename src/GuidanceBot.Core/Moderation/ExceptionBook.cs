using System.Collections.Concurrent;
using System.Collections.Frozen;
using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Moderation;

/// <summary>The exceptions of every channel; accepted ones are kept in memory, since every message asks for them.</summary>
internal sealed class ExceptionBook(IDbContextFactory<GuidanceDb> databases, TimeProvider clock)
{
    private readonly ConcurrentDictionary<ChannelAddress, IReadOnlySet<string>> _accepted = new();

    public async ValueTask<IReadOnlySet<string>> OfAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        if (_accepted.TryGetValue(channel, out var known))
            return known;

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var rules = await In(db, channel).Where(e => e.State == ExceptionState.Accepted).Select(e => e.Rule).ToListAsync(cancellationToken);
        return _accepted.GetOrAdd(channel, rules.ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>Proposes that these rules stay silent in the channel; what is accepted already stays so.</summary>
    public async Task ProposeAsync(ChannelAddress channel, IEnumerable<FlagFinding> findings, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var finding in findings.DistinctBy(f => f.Rule))
        {
            await db.InsertIfAbsentAsync(
                new ChannelException
                {
                    Platform = channel.Platform,
                    Community = channel.Community,
                    Channel = channel.Channel,
                    Rule = finding.Rule,
                    Label = FlagWords.Looked(finding),
                    At = clock.GetUtcNow(),
                },
                cancellationToken);
        }
    }

    public async Task<IReadOnlyList<ChannelException>> ListAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.ChannelExceptions.AsNoTracking()
            .Where(e => e.Platform == community.Platform && e.Community == community.Community)
            .OrderBy(e => e.At).ThenBy(e => e.Channel).ThenBy(e => e.Rule)
            .ToListAsync(cancellationToken);
    }

    /// <summary>An admin's answer; false where somebody answered before.</summary>
    public async Task<bool> AnswerAsync(ChannelAddress channel, IReadOnlyCollection<string> rules, bool accept, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var open = In(db, channel).Where(e => rules.Contains(e.Rule) && e.State == ExceptionState.Proposed);
        var changed = accept
            ? await open.ExecuteUpdateAsync(set => set.SetProperty(e => e.State, ExceptionState.Accepted), cancellationToken)
            : await open.ExecuteDeleteAsync(cancellationToken);
        _accepted.TryRemove(channel, out _);
        return changed > 0;
    }

    /// <summary>Takes an exception back; false where it was gone.</summary>
    public async Task<bool> RemoveAsync(ChannelAddress channel, string rule, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        var removed = await In(db, channel).Where(e => e.Rule == rule).ExecuteDeleteAsync(cancellationToken);
        _accepted.TryRemove(channel, out _);
        return removed > 0;
    }

    private static IQueryable<ChannelException> In(GuidanceDb db, ChannelAddress channel) =>
        db.ChannelExceptions.Where(e => e.Platform == channel.Platform && e.Community == channel.Community && e.Channel == channel.Channel);
}
