using Cronos;

namespace GuidanceBot.Tips;

/// <summary>Reads when something is due, from plain words or five cron fields, and says it back in plain words.</summary>
public static class ScheduleText
{
    /// <summary>What every refusal offers instead.</summary>
    internal const string Try = "try “weekdays at 9:00”, “first monday of the month at 9:00” or five cron fields such as “0 9 * * 1-5”";

    /// <summary>The five cron fields for what was typed, such as <c>weekdays at 9:00</c>, or one sentence that names it and the mend.</summary>
    public static ScheduleReading Read(string typed)
    {
        var text = string.Join(' ', typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToLowerInvariant();
        if (text.Length == 0)
            return ScheduleReading.Refused($"Nothing says when; {Try}.");
        if (text.Length > 200)
            return ScheduleReading.Refused($"“{Short(text)}” is too long for a schedule; {Try}.");
        return LooksLikeCron(text) ? ReadCron(text) : ScheduleWords.Read(text);
    }

    /// <summary>Five cron fields in plain words, such as <c>weekdays at 9:00</c>.</summary>
    public static string Describe(string cron) => ScheduleDescription.Of(cron);

    /// <summary>Checks five cron fields as Cronos reads them, and that they ever come.</summary>
    public static ScheduleReading ReadCron(string typed)
    {
        var fields = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (fields.Length == 6)
            return ScheduleReading.Refused($"“{Short(typed)}” has six fields; leave the seconds out: “{string.Join(' ', fields[1..])}”.");
        if (fields.Length != 5)
            return ScheduleReading.Refused($"“{Short(typed)}” has {fields.Length} of the five cron fields (minute, hour, day, month, weekday); {Try}.");

        var cron = string.Join(' ', fields).ToUpperInvariant();
        try
        {
            // Eight years hold every day that ever comes: the longest wait is for a 29 February.
            var from = new DateTime(2096, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            return CronExpression.Parse(cron).GetNextOccurrence(from) is null
                ? ScheduleReading.Refused($"“{Short(typed)}” never comes: no month has such a day; choose a day that some month has.")
                : new ScheduleReading(cron, null);
        }
        catch (CronFormatException wrong)
        {
            return ScheduleReading.Refused($"“{Short(typed)}” is no cron schedule ({Reason(wrong)}); {Try}.");
        }
        catch (MissingSeedException)
        {
            return ScheduleReading.Refused($"“{Short(typed)}” holds an H, which has no fixed time; write a number instead.");
        }
    }

    internal static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";

    // "0 9 * *" is a cron with a field missing, "9 on mondays" is not one.
    private static bool LooksLikeCron(string text)
    {
        var fields = text.Split(' ');
        return text.Contains('*') || (fields.Length >= 3 && fields.All(IsCronish) && fields.Take(2).All(f => f.Any(char.IsAsciiDigit)));
    }

    private static bool IsCronish(string field) =>
        field.Any(char.IsAsciiDigit) ? field.All(c => char.IsAsciiLetterOrDigit(c) || "/,-#?".Contains(c)) && !field.EndsWith("am") && !field.EndsWith("pm") && !IsOrdinal(field)
        : field.Split(',', '-').All(part => part is "?" or "l" or "mon" or "tue" or "wed" or "thu" or "fri" or "sat" or "sun");

    private static bool IsOrdinal(string field) => field.EndsWith("st") || field.EndsWith("nd") || field.EndsWith("rd") || field.EndsWith("th");

    private static string Reason(CronFormatException wrong)
    {
        const string prefix = "The given cron expression has an invalid format. ";
        var reason = wrong.Message.Replace(prefix, "", StringComparison.Ordinal).TrimEnd('.');
        return reason.Replace(" (all inclusive)", "", StringComparison.Ordinal);
    }
}

/// <summary>Five cron fields, or why there are none: one sentence that names the input and the mend.</summary>
public sealed record ScheduleReading(string Cron, string? Problem)
{
    internal static ScheduleReading Refused(string problem) => new("", problem);
}
