using System.Globalization;

namespace GuidanceBot.Slack.Events;

/// <summary>Slack's timestamps, which name messages: seconds, a point, six digits.</summary>
internal static class Timestamps
{
    /// <summary>The moment; null where the text is no timestamp.</summary>
    public static DateTimeOffset? Parse(string ts) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 100_000_000_000
            ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond))
            : null;

    /// <summary>What a message of this moment would be named.</summary>
    public static string At(DateTimeOffset moment)
    {
        var ticks = (moment - DateTimeOffset.UnixEpoch).Ticks;
        return string.Create(CultureInfo.InvariantCulture, $"{ticks / TimeSpan.TicksPerSecond}.{ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond:000000}");
    }

    /// <summary>The same a number of days earlier.</summary>
    public static string Before(string ts, int days) =>
        decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
            ? Math.Max(0, seconds - (days * 86_400)).ToString("0.000000", CultureInfo.InvariantCulture)
            : ts;

    /// <summary>Whether one is later than another.</summary>
    public static bool IsAfter(string ts, string other) => Parse(ts) > Parse(other);
}
