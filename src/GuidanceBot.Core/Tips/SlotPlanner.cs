using System.Globalization;
using Cronos;

namespace GuidanceBot.Tips;

/// <summary>When a schedule is due in a zone. Pure, so that years can be simulated; what is previewed is what is posted.</summary>
public sealed class SlotPlanner
{
    private static readonly TimeSpan LongestRepeat = TimeSpan.FromHours(3);

    private readonly CronExpression _cron;
    private readonly WallClock _clock;
    private readonly bool _counts;

    /// <summary>Plans five cron fields in a zone.</summary>
    /// <exception cref="CronFormatException">The fields are no cron schedule: check them with <see cref="ScheduleText"/> first.</exception>
    public SlotPlanner(string cron, TimeZoneInfo zone)
    {
        _cron = CronExpression.Parse(cron);
        _clock = new WallClock(zone);

        // As Cronos has it: stars, ranges and steps count hours or minutes, so the hour that clocks repeat is counted twice.
        _counts = cron.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(2).Any(field => field.AsSpan().IndexOfAny("*-/?") >= 0);
        Zone = zone;
    }

    /// <summary>The zone whose clocks count.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>A planner for what the database holds; null where this machine no longer knows the zone, or the fields were edited by hand.</summary>
    internal static SlotPlanner? Find(string cron, string zone) =>
        Zones.Find(zone) is { } found && ScheduleText.ReadCron(cron).Problem is null ? new SlotPlanner(cron, found) : null;

    /// <summary>The first slot after a moment, with the zone's offset; null where none comes. A time that the clocks jump over comes right after the jump; one that they repeat comes once, unless the schedule counts hours or minutes.</summary>
    public DateTimeOffset? Next(DateTimeOffset after)
    {
        var wall = _clock.At(after);
        DateTimeOffset? best = null;
        for (var time = FlatAfter(_clock.ChangesNear(after) ? wall - LongestRepeat : wall); time is { } next; time = FlatAfter(next))
        {
            var (first, again) = _clock.Find(next);
            if (first >= best)
                break;
            if (first > after)
                best = first;
            else if (_counts && again > after && (best is null || again < best))
                best = again;
        }

        return best;
    }

    /// <summary>The next slots after a moment, at most <paramref name="count"/>.</summary>
    public IEnumerable<DateTimeOffset> Next(DateTimeOffset after, int count)
    {
        for (var left = count; left > 0 && Next(after) is { } next; left--)
            yield return after = next;
    }

    /// <summary>The slot's time on the wall, by which places in several zones share a turn of the rotation. The hour that clocks repeat counts twice; a time they jump over counts as itself.</summary>
    internal string WallOf(DateTimeOffset slot)
    {
        var wall = _clock.At(slot);
        var meant = Flat(_cron.GetOccurrences(Flat(wall.AddHours(-25)), Flat(wall), fromInclusive: false, toInclusive: true).LastOrDefault(wall));
        return meant.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) + (_clock.Find(wall).Again == slot ? " again" : "");
    }

    // Cronos counts on clocks that never change; where the zone's do is the wall clock's business.
    private DateTime? FlatAfter(DateTime wall) => _cron.GetNextOccurrence(Flat(wall));

    private static DateTime Flat(DateTime wall) => DateTime.SpecifyKind(wall, DateTimeKind.Utc);
}
