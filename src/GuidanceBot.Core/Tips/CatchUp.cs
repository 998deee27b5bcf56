namespace GuidanceBot.Tips;

/// <summary>What to do with slots that came due: at most one tip, the latest, and only while it is not stale.</summary>
internal static class CatchUp
{
    /// <summary>The longest a tip is still welcome after its slot.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    // After a long outage of a busy schedule the ledger tells of the newest slots only.
    private const int MostSkipped = 100;

    /// <summary>Decides every slot from the first due one up to now. The slot to post is null where even the latest is stale.</summary>
    public static Due Decide(SlotPlanner planner, DateTimeOffset firstDue, DateTimeOffset now)
    {
        var due = new Queue<DateTimeOffset>();
        var latest = firstDue;
        for (; planner.Next(latest) is { } following && following <= now; latest = following)
        {
            due.Enqueue(latest);
            if (due.Count > MostSkipped)
                due.Dequeue();
        }

        var next = planner.Next(latest);
        if (now - latest <= Grace(latest, next))
            return new Due(latest, [.. due], next);

        due.Enqueue(latest);
        return new Due(null, [.. due], next);
    }

    /// <summary>How long after a slot its tip is still welcome: half the way to the next slot, six hours at most.</summary>
    public static TimeSpan Grace(DateTimeOffset slot, DateTimeOffset? next) =>
        next is { } following && (following - slot) / 2 < Longest ? (following - slot) / 2 : Longest;

    /// <summary>The slot to post, those to record as skipped, and the one to wait for.</summary>
    public sealed record Due(DateTimeOffset? Post, IReadOnlyList<DateTimeOffset> Skip, DateTimeOffset? Next);
}
