using System.Globalization;

namespace GuidanceBot.Playground.Visits;

/// <summary>Moments in words, in the reader's zone.</summary>
internal static class Times
{
    private static readonly CultureInfo Words = CultureInfo.GetCultureInfo("en-GB");

    public static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    public static string Clock(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", Words);

    public static string Full(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("dddd d MMMM yyyy, HH:mm", Words);

    public static string Short(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString("ddd d MMM, HH:mm", Words);

    /// <summary>"Today", "Yesterday", or the day by name.</summary>
    public static string DayName(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => day.ToString(day.Year == today.Year ? "dddd d MMMM" : "dddd d MMMM yyyy", Words),
    };

    /// <summary>"just now", "5 min ago", and so on; the clock time once it is hours ago.</summary>
    public static string Ago(DateTimeOffset at, DateTimeOffset now, TimeZoneInfo zone) => (now - at) switch
    {
        { TotalSeconds: < 45 } => "just now",
        { TotalMinutes: < 1.5 } => "1 min ago",
        { TotalMinutes: < 60 } gone => $"{Math.Round(gone.TotalMinutes):0} min ago",
        _ => Clock(at, zone),
    };

    /// <summary>How old something is: "3 hours", "2 days".</summary>
    public static string Age(DateTimeOffset at, DateTimeOffset now) => (now - at) switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalMinutes: < 60 } gone => Count(gone.TotalMinutes, "minute"),
        { TotalHours: < 24 } gone => Count(gone.TotalHours, "hour"),
        var gone => Count(gone.TotalDays, "day"),
    };

    private static string Count(double number, string unit) => (int)number == 1 ? $"1 {unit} ago" : $"{(int)number} {unit}s ago";
}
