using System.Globalization;
using GuidanceBot.Chat;

namespace GuidanceBot.Tips;

/// <summary>Words that several tip cards share.</summary>
internal static class TipWords
{
    /// <summary>Why a post did not get through, as part of a sentence.</summary>
    public static string Why(Outcome? outcome) => outcome switch
    {
        Outcome.NotPermitted => "I am not allowed to post there",
        Outcome.Gone => "the channel is gone",
        Outcome.Unsupported => "the platform does not take posts there",
        _ => "the platform did not answer",
    };

    /// <summary>A slot on the wall, such as "Mon 23 Nov 2026, 9:00 (Europe/London)".</summary>
    public static string Slot(DateTimeOffset slot, TimeZoneInfo zone) => $"{Wall(slot, zone)} ({zone.Id})";

    /// <summary>A slot on the wall, where the zone stands beside it already.</summary>
    public static string Wall(DateTimeOffset slot, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(slot, zone).ToString("ddd d MMM yyyy, H:mm", CultureInfo.InvariantCulture);
}
