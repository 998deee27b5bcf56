using GuidanceBot.Commands;

namespace GuidanceBot.Tips;

/// <summary>Reads plain words such as <c>mon, wed, fri 7.45 pm</c>: first the words into what they ask for, then that into cron fields.</summary>
internal static class ScheduleWords
{
    public static ScheduleReading Read(string text)
    {
        var asked = new AskedTimes();
        var words = new Words(text);
        while (words.More)
        {
            if (!TakeEvery(words, asked) && !TakeDay(words, asked) && !TakeTime(words, asked) && !TakeFiller(words))
                return ScheduleReading.Refused(Unknown(words.Current, text));
            if (asked.Problem is { } problem)
                return ScheduleReading.Refused($"“{ScheduleText.Short(text)}” {problem}.");
        }

        return asked.ToCron(text);
    }

    // "every 2 hours", "hourly", "every other week", "from 9:00 to 17:00"
    private static bool TakeEvery(Words words, AskedTimes asked)
    {
        if (words.Take("hourly"))
            return asked.Every(1, Unit.Hour);
        if (words.Is("fortnightly", "biweekly") || (words.Is("every") && words.Peek(1) is "other" or "second" && words.Peek(2) is "week" or "day" or "weeks" or "days"))
            return asked.Fail("skips days or weeks in between, which a schedule can't; choose weekdays such as “mondays and thursdays at 9:00”");
        if (words.Is("every") && words.Peek(1) is "hour" or "minute")
            return words.Skip(1) && asked.Every(1, words.Next() is "hour" ? Unit.Hour : Unit.Minute);
        if (words.Is("every") && int.TryParse(words.Peek(1), out var n) && words.Peek(2) is { } unit && !IsTimeMark(unit))
            return unit.TrimEnd('s') switch
            {
                "hour" or "hr" or "h" => words.Skip(3) && asked.Every(n, Unit.Hour),
                "minute" or "min" => words.Skip(3) && asked.Every(n, Unit.Minute),
                _ => asked.Fail("skips days or weeks in between, which a schedule can't; choose weekdays such as “mondays and thursdays at 9:00”"),
            };
        if (words.Take("from", "between") && TakeTime(words, asked) && words.Take("to", "and", "until", "till", "-") && TakeTime(words, asked))
            return asked.Between();
        return false;
    }

    private static bool TakeDay(Words words, AskedTimes asked)
    {
        if (words.Take("daily", "everyday", "day"))
            return asked.AnyDay();
        if (words.Take("weekdays", "weekday", "workdays", "workday"))
            return asked.Days(1, 5);
        if (words.Take("weekends", "weekend"))
            return asked.Days(6, 7);
        if (words.Take("monthly"))
            return asked.Monthly = true;
        if (DayOf(words.Current) is { } first)
        {
            words.Next();
            return words.Is("-", "to", "through", "until", "till") && DayOf(words.Peek(1)) is { } last
                ? words.Skip(2) && asked.Days(first, last)
                : asked.Days(first, first);
        }

        if (OrdinalOf(words.Current) is not { } nth)
            return false;
        words.Next();
        if (words.Take("day"))
            return asked.DayOfMonth(nth);
        if (DayOf(words.Current) is { } weekday)
            return words.Skip(1) && asked.NthWeekday(nth, weekday);
        return asked.DayOfMonth(nth);
    }

    private static bool TakeTime(Words words, AskedTimes asked)
    {
        if (words.Take("noon", "midday"))
            return asked.At(12, 0);
        if (words.Take("midnight"))
            return asked.At(0, 0);
        if (!ClockTime.TryTake(words, out var hour, out var minute, out var problem))
            return problem is not null && asked.Fail(problem);
        return asked.At(hour, minute);
    }

    private static bool TakeFiller(Words words) =>
        words.Take("at", "on", "the", "of", "in", "and", ",", "&", "each", "every", "month", "oclock", "@", ";");

    private static bool IsTimeMark(string word) => word is "am" or "pm" or ":" or ".";

    private static int? DayOf(string? word) => word switch
    {
        "mon" or "monday" or "mondays" => 1,
        "tue" or "tues" or "tuesday" or "tuesdays" => 2,
        "wed" or "weds" or "wednesday" or "wednesdays" => 3,
        "thu" or "thur" or "thurs" or "thursday" or "thursdays" => 4,
        "fri" or "friday" or "fridays" => 5,
        "sat" or "saturday" or "saturdays" => 6,
        "sun" or "sunday" or "sundays" => 7,
        _ => null,
    };

    // 0 stands for the last.
    private static int? OrdinalOf(string? word) => word switch
    {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        "fifth" => 5,
        "last" => 0,
        { Length: > 2 } when word[^2..] is "st" or "nd" or "rd" or "th" && int.TryParse(word[..^2], out var n) => n == 0 ? 99 : n,
        _ => null,
    };

    private static readonly string[] Known =
    [
        "daily", "weekdays", "weekends", "monday", "mondays", "tuesday", "tuesdays", "wednesday", "wednesdays", "thursday", "thursdays", "friday",
        "fridays", "saturday", "saturdays", "sunday", "sundays", "every", "hours", "first", "second", "third", "fourth", "last", "month", "noon", "midnight",
    ];

    private static string Unknown(string word, string text)
    {
        if (word is "weekly" or "week" or "weeks")
            return $"“{ScheduleText.Short(text)}” leaves the day open; name it, as in “mondays at 9:00”.";
        if (word.Contains('/'))
            return $"“{ScheduleText.Short(word)}” belongs in the zone, as in zone:Europe/London; {ScheduleText.Try}.";
        var near = Known.MinBy(k => EditDistance.Between(k, word.Length > 20 ? word[..20] : word))!; // Known is not empty
        return word.Length is > 3 and <= 12 && EditDistance.Between(near, word) <= 2
            ? $"I can't read “{word}” in “{ScheduleText.Short(text)}”; did you mean “{near}”?"
            : $"I can't read “{ScheduleText.Short(word)}” in “{ScheduleText.Short(text)}”; {ScheduleText.Try}.";
    }
}
