namespace GuidanceBot.Tips;

/// <summary>Picks the tip of the next turn: no repeats until all were used, all takeaways in turn, never the same one twice running. Repeatable from the seed and the past turns.</summary>
internal static class TipRotation
{
    /// <summary>The next tip and its round. Only the last two rounds of turns matter; a tip that came new into the pack joins the round under way.</summary>
    public static (Tip Tip, int Round) Next(IReadOnlyList<Tip> tips, IReadOnlyList<Turn> past, int seed)
    {
        var last = past.MaxBy(t => t.Ordinal);
        var round = last?.Round ?? 1;
        var used = past.Where(t => t.Round == round).Select(t => t.TipId).ToHashSet();
        var left = tips.Where(t => !used.Contains(t.Id)).ToList();
        if (left.Count == 0)
        {
            round++;
            left = [.. tips];
        }

        var lastTakeaway = tips.FirstOrDefault(t => t.Id == last?.TipId)?.Takeaway;
        var lastUse = past.GroupBy(t => t.TipId).ToDictionary(t => t.Key, t => t.Max(p => p.Ordinal));
        var ordinal = (last?.Ordinal ?? 0) + 1;

        // The takeaway with most tips left goes first, so that none piles up at the end of a round.
        var takeaway = left.GroupBy(t => t.Takeaway)
            .OrderBy(t => t.Key == lastTakeaway)
            .ThenByDescending(t => t.Count())
            .ThenBy(t => Shuffled(seed, ordinal, t.Key))
            .First();
        var tip = takeaway
            .OrderBy(t => lastUse.GetValueOrDefault(t.Id, 0))
            .ThenBy(t => Shuffled(seed, Fingerprint(t.Id), 0))
            .First();
        return (tip, round);
    }

    // string.GetHashCode differs from process to process; this must not.
    private static int Fingerprint(string id) => id.Aggregate(17, (hash, c) => unchecked((hash * 31) + c));

    private static uint Shuffled(int seed, int a, int b)
    {
        unchecked
        {
            var mixed = ((uint)seed * 0x9E3779B9u) ^ ((uint)a * 0x85EBCA6Bu) ^ ((uint)b * 0xC2B2AE35u);
            mixed = (mixed ^ (mixed >> 15)) * 0x2C1B3C6Du;
            mixed = (mixed ^ (mixed >> 12)) * 0x297A2D39u;
            return mixed ^ (mixed >> 15);
        }
    }
}
