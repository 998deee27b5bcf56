using System.Globalization;
using Cronos;

namespace GuidanceBot.Tips;

/// <summary>When a schedule is due in a zone. Pure, so that years can be simulated; what is previewed is what is posted.</summary>
public sealed class SlotPlanner
{
    private readonly CronExpression _cron;

    /// <summary>Plans five cron fields in a zone.</summary>
    /// <exception cref="CronFormatException">The fields are no cron schedule: check them with <see cref="ScheduleText"/> first.</exception>
    public SlotPlanner(string cron, TimeZoneInfo zone)
    {
        _cron = CronExpression.Parse(cron);
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
        var from = after;
        while (_cron.GetNextOccurrence(from, Zone) is { } next)
        {
            if (next > after)
                return next;

            // A day that never was (Samoa, 30 December 2011) makes Cronos answer with a moment that has passed: look on from there.
            from = from.AddMinutes(1);
        }

        return null;
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
        var local = TimeZoneInfo.ConvertTime(slot, Zone);
        var wall = DateTime.SpecifyKind(local.DateTime, DateTimeKind.Utc);
        var meant = _cron.GetOccurrences(wall.AddHours(-25), wall, fromInclusive: false, toInclusive: true).LastOrDefault(wall);
        var again = Zone.IsAmbiguousTime(local.DateTime) && local.Offset == Zone.GetAmbiguousTimeOffsets(local.DateTime).Min();
        return meant.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture) + (again ? " again" : "");
    }
}
