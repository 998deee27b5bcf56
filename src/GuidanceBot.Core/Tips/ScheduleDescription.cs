using System.Globalization;

namespace GuidanceBot.Tips;

/// <summary>Says five cron fields in plain words. What has no plain words is named field by field.</summary>
internal static class ScheduleDescription
{
    public static string Of(string cron)
    {
        if (cron.Split(' ') is not [var minute, var hour, var ofMonth, var month, var ofWeek])
            return cron;

        var days = Days(ofMonth, ofWeek);
        var months = month is "*" or "?" ? "" : $" in {List(month, MonthName) ?? $"month {month}"}";
        if (Times(minute, hour) is { } times)
            return $"{(days.Length == 0 ? "every day" : days)}{months} at {times}";
        return $"{Interval(minute, hour)}{(days.Length == 0 ? "" : $" on {days}")}{months}";
    }

    // Null where the fields are no short list of times.
    private static string? Times(string minute, string hour)
    {
        if (Numbers(minute) is not { } minutes || Numbers(hour) is not { } hours || minutes.Count * hours.Count > 6)
            return null;
        return Join([.. hours.SelectMany(h => minutes.Select(m => Clock(h, m)))]);
    }

    private static string Interval(string minute, string hour)
    {
        if (Step(minute) is { } everyMinutes)
            return Of(everyMinutes, "minute") + (hour is "*" ? "" : Range(hour) is ({ } from, { } to, 1) ? $" from {Clock(from, 0)} to {Clock(to, 59)}" : $" in hours {hour}");
        if (!int.TryParse(minute, CultureInfo.InvariantCulture, out var past))
            return Range(hour) is ({ } a, { } b, 1) ? $"minutes {minute} of every hour from {Clock(a, 0)} to {Clock(b, 59)}" : hour is "*" ? $"minutes {minute} of every hour" : $"minutes {minute} of hours {hour}";
        if (Step(hour) is { } everyHours)
            return Of(everyHours, "hour") + (past == 0 ? "" : $" at {past} minutes past");
        return Range(hour) is ({ } first, { } last, { } step)
            ? $"{Of(step, "hour")} from {Clock(first, past)} to {Clock(last, past)}"
            : $"minute {minute} of hours {hour}";
    }

    private static string Of(int count, string unit) => count == 1 ? $"every {unit}" : $"every {count} {unit}s";

    private static string Days(string ofMonth, string ofWeek)
    {
        var weekdays = ofWeek is "*" or "?" ? "" : Weekdays(ofWeek);
        var dates = ofMonth is "*" or "?" ? "" : Dates(ofMonth);
        return weekdays.Length > 0 && dates.Length > 0 ? $"{weekdays}, if also {dates}," : weekdays + dates;
    }

    private static string Dates(string field) =>
        field is "L" ? "the last day of the month"
        : List(field, n => n + Ending(n)) is { } list ? $"the {list} of the month"
        : $"day {field} of the month";

    private static string Weekdays(string field)
    {
        if (field.Split('#') is [var weekday, var nth] && int.TryParse(nth, out var n) && DayNumber(weekday) is { } of)
            return $"the {Ordinal(n)} {DayName(of)} of the month";
        if (field.Length > 1 && field[^1] == 'L' && DayNumber(field[..^1]) is { } last)
            return $"the last {DayName(last)} of the month";

        var days = new SortedSet<int>();
        foreach (var part in field.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || ends.Any(e => DayNumber(e) is null))
                return $"weekday {field}";
            for (var day = DayNumber(ends[0])!.Value; ; day = (day + 1) % 7) // checked above
            {
                days.Add(day == 0 ? 7 : day);
                if (day == DayNumber(ends[^1]))
                    break;
            }
        }

        return days.SetEquals([1, 2, 3, 4, 5]) ? "weekdays" : days.SetEquals([6, 7]) ? "weekends" : Join([.. days.Select(d => DayName(d % 7) + "s")]);
    }

    private static int? DayNumber(string text)
    {
        if (int.TryParse(text, out var number))
            return number is >= 0 and <= 7 ? number % 7 : null;
        var named = Array.FindIndex(CultureInfo.InvariantCulture.DateTimeFormat.AbbreviatedDayNames, n => n.Equals(text, StringComparison.OrdinalIgnoreCase));
        return named < 0 ? null : named;
    }

    private static string DayName(int day) => CultureInfo.InvariantCulture.DateTimeFormat.DayNames[day];

    private static string MonthName(int month) => month is >= 1 and <= 12 ? CultureInfo.InvariantCulture.DateTimeFormat.MonthNames[month - 1] : $"month {month}";

    private static string? List(string field, Func<int, string> say) => Numbers(field) is { } numbers ? Join([.. numbers.Select(say)]) : null;

    private static List<int>? Numbers(string field)
    {
        var parts = field.Split(',');
        return parts.All(p => int.TryParse(p, NumberStyles.None, CultureInfo.InvariantCulture, out _)) ? [.. parts.Select(p => int.Parse(p, CultureInfo.InvariantCulture)).Distinct().Order()] : null;
    }

    private static int? Step(string field) =>
        field is "*" ? 1 : field.Split('/') is ["*" or "0", var step] && int.TryParse(step, out var n) ? n : null;

    private static (int? From, int? To, int? Step) Range(string field)
    {
        var (range, step) = field.Split('/') is [var a, var b] ? (a, b) : (field, "1");
        return range.Split('-') is [var from, var to] && int.TryParse(from, out var f) && int.TryParse(to, out var t) && int.TryParse(step, out var s) ? (f, t, s) : (null, null, null);
    }

    private static string Clock(int hour, int minute) => string.Create(CultureInfo.InvariantCulture, $"{hour}:{minute:00}");

    private static string Ordinal(int n) => n switch { 1 => "first", 2 => "second", 3 => "third", 4 => "fourth", _ => n + Ending(n) };

    private static string Ending(int n) => (n % 10, n % 100) switch { (1, not 11) => "st", (2, not 12) => "nd", (3, not 13) => "rd", _ => "th" };

    private static string Join(IReadOnlyList<string> items) => items.Count == 1 ? items[0] : $"{string.Join(", ", items.Take(items.Count - 1))} and {items[^1]}";
}
