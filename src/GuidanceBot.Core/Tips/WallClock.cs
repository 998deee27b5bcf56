namespace GuidanceBot.Tips;

/// <summary>
/// When the clocks of a zone show a time. Asks .NET only for the offset of instants: what it says about skipped and repeated local times
/// is wrong where a zone changed its standard time too (Chihuahua until 2022), and Cronos believes it.
/// </summary>
internal sealed class WallClock(TimeZoneInfo zone)
{
    // Longer than any zone's yearly change, shorter than a day that was left out at the date line.
    private static readonly TimeSpan LongestJump = TimeSpan.FromHours(3);

    /// <summary>The instant at which a local time first comes, and the second where the clocks repeat it. A time they jump over comes right after the jump; one on a day that never was, never.</summary>
    public (DateTimeOffset? First, DateTimeOffset? Again) Find(DateTime wall)
    {
        wall = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        var near = new DateTimeOffset(wall, TimeSpan.Zero);
        var (before, after) = (OffsetAt(near.AddDays(-1)), OffsetAt(near.AddDays(1)));
        if (before == after)
            return (new DateTimeOffset(wall, before), null);

        DateTimeOffset early = new(wall, before), late = new(wall, after);
        return (OffsetAt(early) == before, OffsetAt(late) == after) switch
        {
            (true, true) => (early, late),
            (true, false) => (early, null),
            (false, true) => (late, null),
            _ => (after - before > LongestJump ? null : JumpBetween(late, early), null),
        };
    }

    /// <summary>Whether the clocks change within a few hours of an instant.</summary>
    public bool ChangesNear(DateTimeOffset instant) => OffsetAt(instant - LongestJump) != OffsetAt(instant + LongestJump);

    /// <summary>What the clocks show.</summary>
    public DateTime At(DateTimeOffset instant) => DateTime.SpecifyKind(instant.UtcDateTime + OffsetAt(instant), DateTimeKind.Unspecified);

    private TimeSpan OffsetAt(DateTimeOffset instant) => zone.GetUtcOffset(instant);

    private DateTimeOffset JumpBetween(DateTimeOffset before, DateTimeOffset after)
    {
        var (low, high) = (before.ToUnixTimeSeconds(), after.ToUnixTimeSeconds());
        var old = OffsetAt(before);
        while (high - low > 1)
        {
            var middle = low + ((high - low) / 2);
            if (OffsetAt(DateTimeOffset.FromUnixTimeSeconds(middle)) == old)
                low = middle;
            else
                high = middle;
        }

        var jump = DateTimeOffset.FromUnixTimeSeconds(high);
        return jump.ToOffset(OffsetAt(jump));
    }
}
