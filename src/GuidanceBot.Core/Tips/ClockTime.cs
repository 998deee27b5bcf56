namespace GuidanceBot.Tips;

/// <summary>Reads a time of day: 9, 9:00, 7.45 pm, 14h30, 8am.</summary>
internal static class ClockTime
{
    public static bool TryTake(Words words, out int hour, out int minute, out string? problem)
    {
        (hour, minute, problem) = (0, 0, null);
        if (!int.TryParse(words.Current, out hour))
            return false;

        var said = words.Next();
        if (words.Is(":", ".", "h") && words.Peek(1) is { Length: 2 } minutes && int.TryParse(minutes, out minute))
        {
            said = $"{said}:{minutes}";
            words.Skip(2);
        }
        else if (words.Is(":", "."))
        {
            problem = $"has a time I can't read after {said}; write it like 9:00 or 7.45 pm";
            return false;
        }
        else
        {
            words.Take("h");
        }

        if (words.Is("am", "pm"))
        {
            var half = words.Next();
            if (hour is < 1 or > 12)
            {
                problem = $"has {said} {half}, which no clock shows; write it like 7.45 pm or 19:45";
                return false;
            }

            hour = (hour % 12) + (half is "pm" ? 12 : 0);
        }

        if (hour > 23 || minute > 59)
            problem = $"has {ScheduleText.Short(said)} as a time; hours go from 0 to 23 and minutes from 00 to 59";
        return problem is null;
    }
}
