using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using GuidanceBot.Hosting;
using GuidanceBot.Tips;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot tips preview</c>: when a schedule would be due, with the planner that posts.</summary>
internal static class TipsPreviewCommand
{
    private const int MostSlots = 100_000;

    /// <summary><c>tips</c> with its subcommand.</summary>
    public static Command Build()
    {
        var cron = new Option<string?>("--cron") { Description = "Five cron fields, such as \"0 9 * * 1-5\".", HelpName = "C" };
        var when = new Option<string?>("--when") { Description = "Plain words, such as \"weekdays at 9:00\".", HelpName = "TEXT" };
        var zone = new Option<string?>("--zone") { Description = "An IANA time zone, such as Europe/London.", HelpName = "Z" };
        var from = new Option<string?>("--from") { Description = "Slots after this moment, ISO 8601 (default: now). Without an offset it is read in the zone.", HelpName = "T" };
        var count = new Option<string?>("--count") { Description = "How many slots (default: 5).", HelpName = "N" };
        var preview = new Command("preview", "Prints the next slots of a schedule as {\"utc\",\"local\",\"zone\"} a line.") { cron, when, zone, from, count };
        preview.SetAction(parsed =>
        {
            using var output = new StreamWriter(Console.OpenStandardOutput());
            foreach (var line in Lines(parsed.GetValue(cron), parsed.GetValue(when), parsed.GetValue(zone), parsed.GetValue(from), parsed.GetValue(count), TimeProvider.System))
                output.Write(line + "\n");
            return 0;
        });
        return new Command("tips", "Looks at tips' schedules.") { preview };
    }

    /// <summary>The lines to print.</summary>
    /// <exception cref="StartRefused">An option is missing or wrong: one sentence that names it and the mend.</exception>
    internal static IEnumerable<string> Lines(string? cron, string? when, string? zone, string? from, string? count, TimeProvider clock)
    {
        if (cron is null == when is null)
            throw new StartRefused("tips preview takes one of --cron \"0 9 * * 1-5\" and --when \"weekdays at 9:00\".");
        if (zone is null)
            throw new StartRefused("tips preview needs --zone, such as --zone Europe/London.");
        if (Zones.Find(zone) is not { } found)
            throw new StartRefused(Zones.Problem(zone));

        var reading = cron is null ? ScheduleText.Read(when ?? "") : ScheduleText.ReadCron(cron);
        if (reading.Problem is { } problem)
            throw new StartRefused(problem);

        var after = from is null ? clock.GetUtcNow() : ReadFrom(from, found);
        if (!int.TryParse(count ?? "5", NumberStyles.None, CultureInfo.InvariantCulture, out var slots) || slots is < 1 or > MostSlots)
            throw new StartRefused($"--count takes a whole number from 1 to {MostSlots}, not “{count}”.");
        return new SlotPlanner(reading.Cron, found).Next(after, slots).Select(slot => Line(slot, found));
    }

    private static DateTimeOffset ReadFrom(string from, TimeZoneInfo zone)
    {
        if (!DateTimeOffset.TryParse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) || from is not [>= '0' and <= '9', _, _, _, '-', ..] || at.Year is < 1970 or > 2400)
            throw new StartRefused($"--from takes a moment in ISO 8601 such as 2026-03-28T00:00:00Z, not “{from}”.");

        var hasOffset = from[^1] is 'Z' or 'z' || from.LastIndexOfAny(['+', '-']) > from.IndexOf('T', StringComparison.OrdinalIgnoreCase) && from.Contains('T', StringComparison.OrdinalIgnoreCase);
        return hasOffset ? at : new DateTimeOffset(at.DateTime, zone.GetUtcOffset(at.DateTime));
    }

    private static string Line(DateTimeOffset slot, TimeZoneInfo zone) => JsonSerializer.Serialize(new
    {
        utc = slot.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture),
        local = slot.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
        zone = zone.Id,
    }, Plain);

    // "+01:00", not "\u002B01:00".
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
