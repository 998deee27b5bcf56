using GuidanceBot.Commands;

namespace GuidanceBot.Tips;

/// <summary>Time zones by their IANA names, with suggestions for what people type instead.</summary>
public static class Zones
{
    // What people say instead of a city; the rest is found by the city in the name.
    private static readonly Dictionary<string, string> Sayings = new(StringComparer.OrdinalIgnoreCase)
    {
        ["uk"] = "Europe/London", ["gb"] = "Europe/London", ["england"] = "Europe/London", ["britain"] = "Europe/London", ["bst"] = "Europe/London",
        ["germany"] = "Europe/Berlin", ["france"] = "Europe/Paris", ["ireland"] = "Europe/Dublin", ["spain"] = "Europe/Madrid", ["italy"] = "Europe/Rome",
        ["netherlands"] = "Europe/Amsterdam", ["switzerland"] = "Europe/Zurich", ["austria"] = "Europe/Vienna", ["sweden"] = "Europe/Stockholm",
        ["cest"] = "Europe/Paris", ["eastern"] = "America/New_York", ["edt"] = "America/New_York", ["nyc"] = "America/New_York", ["boston"] = "America/New_York",
        ["washington"] = "America/New_York", ["central"] = "America/Chicago", ["cst"] = "America/Chicago", ["cdt"] = "America/Chicago", ["houston"] = "America/Chicago",
        ["mountain"] = "America/Denver", ["mdt"] = "America/Denver", ["pacific"] = "America/Los_Angeles", ["pst"] = "America/Los_Angeles", ["pdt"] = "America/Los_Angeles",
        ["san francisco"] = "America/Los_Angeles", ["seattle"] = "America/Los_Angeles", ["india"] = "Asia/Kolkata", ["mumbai"] = "Asia/Kolkata", ["delhi"] = "Asia/Kolkata",
        ["ist"] = "Asia/Kolkata", ["china"] = "Asia/Shanghai", ["beijing"] = "Asia/Shanghai", ["aest"] = "Australia/Sydney", ["canberra"] = "Australia/Sydney",
        ["new zealand"] = "Pacific/Auckland", ["nz"] = "Pacific/Auckland", ["wellington"] = "Pacific/Auckland", ["brazil"] = "America/Sao_Paulo", ["south africa"] = "Africa/Johannesburg",
    };

    private static readonly Lazy<IReadOnlyList<string>> Listed = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId && z.Id.Contains('/')).Select(z => z.Id).Append("UTC").Order(StringComparer.Ordinal)]);

    private static readonly Lazy<Dictionary<string, string>> ByName = new(() =>
        Listed.Value.ToDictionary(id => id, StringComparer.OrdinalIgnoreCase));

    /// <summary>The zone of an IANA name, in any case; null where there is none.</summary>
    public static TimeZoneInfo? Find(string id)
    {
        var name = ByName.Value.GetValueOrDefault(id.Trim(), id.Trim());
        return TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && !zone.Id.StartsWith("posix", StringComparison.Ordinal) && !zone.Id.StartsWith("right/", StringComparison.Ordinal)
            ? zone
            : null;
    }

    /// <summary>One sentence that names what was typed and the nearest zones.</summary>
    public static string Problem(string typed)
    {
        var shown = ScheduleText.Short(typed.Trim());
        var near = Suggest(typed).Take(3).ToList();
        return near.Count > 0
            ? $"“{shown}” is not a time zone's full name; did you mean {string.Join(" or ", near)}?"
            : $"“{shown}” is not a time zone; name a region and city, such as Europe/London or America/New_York.";
    }

    /// <summary>Zones that fit what was typed so far, the best first, at most 25. Some well-known ones where nothing was typed.</summary>
    public static IReadOnlyList<string> Suggest(string typed)
    {
        var wanted = typed.Trim();
        if (wanted.Length == 0)
            return ["Europe/London", "Europe/Berlin", "America/New_York", "America/Chicago", "America/Los_Angeles", "Asia/Kolkata", "Australia/Sydney", "UTC"];
        if (wanted.Length > 50)
            return [];

        var said = Sayings.TryGetValue(wanted, out var saying) ? [saying] : Array.Empty<string>();
        if (TimeZoneInfo.TryConvertWindowsIdToIanaId(wanted, out var fromWindows))
            said = [fromWindows];
        var city = wanted.Replace(' ', '_');
        var holding = Listed.Value.Where(id => id.Contains(city, StringComparison.OrdinalIgnoreCase))
            .OrderBy(id => id[(id.LastIndexOf('/') + 1)..].StartsWith(city, StringComparison.OrdinalIgnoreCase) ? 0 : 1);
        var near = Listed.Value.Select(id => (id, Distance: Distance(city, id)))
            .Where(z => z.Distance <= Math.Max(1, city.Length / 4)).OrderBy(z => z.Distance).Select(z => z.id);
        return [.. said.Concat(holding).Concat(near).Distinct().Take(25)];
    }

    private static int Distance(string typed, string id)
    {
        var (lower, whole) = (typed.ToLowerInvariant(), id.ToLowerInvariant());
        return Math.Min(EditDistance.Between(lower, whole), EditDistance.Between(lower, whole.AsSpan(whole.LastIndexOf('/') + 1)));
    }
}
