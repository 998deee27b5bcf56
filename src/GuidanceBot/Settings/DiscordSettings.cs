using System.Globalization;
using GuidanceBot.Discord;
using GuidanceBot.Hosting;

namespace GuidanceBot.Settings;

/// <summary>The owner's settings about Discord: the bot is on it when its token is set.</summary>
internal static class DiscordSettings
{
    /// <summary>Null where nothing about Discord is set.</summary>
    /// <exception cref="StartRefused">It is half set, or set wrongly.</exception>
    public static DiscordOptions? Read(IConfiguration settings)
    {
        if (BotSettings.Text(settings, "Discord:Token") is not { } token)
        {
            return settings.GetSection("Discord").GetChildren().FirstOrDefault(s => !string.IsNullOrWhiteSpace(s.Value)) is { } half
                ? throw new StartRefused($"{half.Path} is set, but Discord:Token is not. Set the bot's token from the developer portal, or remove the setting.")
                : null;
        }

        var options = new DiscordOptions
        {
            Token = token,
            ApplicationId = ApplicationId(settings),
            Screening = BotSettings.IsScreening(settings),
            ReadBots = BotSettings.Flag(settings, "Discord:ReadBots") ?? false,
            Shards = Shards(settings),
        };
        if (BotSettings.Link(settings, "Discord:ApiBase") is { } address)
            options = options with { ApiBase = address };
        return BotSettings.Link(settings, "PublicUrl") is { } home ? options with { Home = home } : options;
    }

    private static string? ApplicationId(IConfiguration settings)
    {
        var id = BotSettings.Text(settings, "Discord:ApplicationId");
        return id is null || ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? id
            : throw new StartRefused($"Discord:ApplicationId is '{id}'; it takes the number from the developer portal (General Information).");
    }

    private static int? Shards(IConfiguration settings)
    {
        if (BotSettings.Text(settings, "Discord:Shards") is not { } text)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var shards) && shards is >= 1 and <= 1000
            ? shards
            : throw new StartRefused($"Discord:Shards is '{text}'; it takes a number from 1 to 1000. Remove it to follow Discord's recommendation.");
    }
}
