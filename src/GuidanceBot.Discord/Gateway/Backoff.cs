namespace GuidanceBot.Discord.Gateway;

/// <summary>How long to wait before connecting again: at once the first time, then ever longer, up to a minute, never all bots at the same moment.</summary>
internal static class Backoff
{
    /// <summary>The wait after so many connections in a row that came to nothing; <paramref name="chance"/> is from 0 to 1.</summary>
    public static TimeSpan Wait(int failures, double chance) =>
        failures <= 0
            ? TimeSpan.FromSeconds(0.25 * chance)
            : TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(failures, 6) - 1)) * (0.5 + (chance / 2)));
}
