using System.Net;

namespace GuidanceBot.Discord.Rest;

/// <summary>Decides whether, and when, a request is tried again.</summary>
internal static class Retry
{
    private const int MostTries = 5;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestUrgentWait = TimeSpan.FromSeconds(1.5);

    /// <summary>How long to wait before trying again; null for not at all. <paramref name="toldToWait"/> is what a 429 said; <paramref name="chance"/> is from 0 to 1.</summary>
    public static TimeSpan? Wait(Call call, HttpStatusCode status, int tried, TimeSpan? toldToWait, double chance)
    {
        if (tried >= MostTries)
            return null;
        // A 429 was not carried out, whatever it was: it is always safe to repeat.
        if (status is HttpStatusCode.TooManyRequests)
            return toldToWait is { } wait && wait <= (call.Urgent ? LongestUrgentWait : LongestWait) ? wait : null;

        var unclear = status is 0 or >= HttpStatusCode.InternalServerError;
        if (!unclear || !call.Repeatable)
            return null;
        var seconds = (call.Urgent ? 0.1 : 0.5) * Math.Pow(2, tried - 1);
        return TimeSpan.FromSeconds(seconds * (0.5 + chance));
    }
}
