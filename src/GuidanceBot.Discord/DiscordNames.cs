using System.Globalization;
using GuidanceBot.Chat;

namespace GuidanceBot.Discord;

/// <summary>How Discord's ids stand in the addresses of the core.</summary>
internal static class DiscordNames
{
    /// <summary>The platform's name in addresses.</summary>
    public const string Platform = "discord";

    /// <summary>Discord's own name for the place of direct messages, which belongs to no guild.</summary>
    public const string Direct = "@me";

    // The first second of 2015, from which Discord counts.
    private const long Epoch = 1_420_070_400_000;

    /// <summary>When the thing with this id was made.</summary>
    public static DateTimeOffset MadeAt(ulong id) => DateTimeOffset.FromUnixTimeMilliseconds((long)(id >> 22) + Epoch);

    /// <summary>The smallest id that a thing made at this moment can have.</summary>
    public static string FirstAt(DateTimeOffset moment) =>
        ((ulong)Math.Max(0, moment.ToUnixTimeMilliseconds() - Epoch) << 22).ToString(CultureInfo.InvariantCulture);

    /// <summary>The id as a number; 0 where it is none.</summary>
    public static ulong Number(string? id) => ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>A channel's address; without a guild it is a direct conversation.</summary>
    public static ChannelAddress Channel(string? guild, string channel) => new(Platform, guild ?? Direct, channel);

    /// <summary>A member's id in a guild, or in a direct conversation.</summary>
    public static MemberId Member(string? guild, string user) => new(Platform, guild ?? Direct, user);
}
