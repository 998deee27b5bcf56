using GuidanceBot.Discord;
using GuidanceBot.Hosting;
using GuidanceBot.Slack;

namespace GuidanceBot.Settings;

/// <summary>The owner's settings: appsettings.json of the config folder, then the environment (with <c>__</c> between the words).</summary>
internal sealed record BotSettings
{
    public required string Urls { get; init; }

    public Uri? PublicUrl { get; init; }

    public required bool ScreeningEnabled { get; init; }

    public Uri? VideoUrl { get; init; }

    public required string StorageProvider { get; init; }

    public string? StorageConnectionString { get; init; }

    /// <summary>What is set about Discord; null where the bot is not on it.</summary>
    public DiscordOptions? Discord { get; init; }

    /// <summary>What is set about Slack; null where the bot is not on it.</summary>
    public SlackSettings? Slack { get; init; }

    public required bool PlaygroundEnabled { get; init; }

    public string? PlaygroundPassword { get; init; }

    public string? PlaygroundReplay { get; init; }

    /// <summary>Reads and checks every setting.</summary>
    /// <exception cref="StartRefused">A setting is wrong: names the key and the mend.</exception>
    public static BotSettings Read(IConfiguration settings)
    {
        var discord = DiscordSettings.Read(settings);
        var slack = SlackSection.Read(settings);
        return new BotSettings
        {
            // In code, since one in appsettings.json would beat the environment's ASPNETCORE_URLS.
            Urls = Text(settings, "Urls") ?? "http://127.0.0.1:5080",
            PublicUrl = Link(settings, "PublicUrl"),
            ScreeningEnabled = IsScreening(settings),
            VideoUrl = Link(settings, "Guidance:VideoUrl"),
            StorageProvider = Provider(settings),
            StorageConnectionString = Text(settings, "Storage:ConnectionString"),
            Discord = discord,
            Slack = slack,
            PlaygroundEnabled = Flag(settings, "Playground:Enabled") ?? (discord is null && slack is null),
            PlaygroundPassword = Text(settings, "Playground:Password"),
            PlaygroundReplay = ReplayFile(settings),
        };
    }

    /// <summary>Whether messages are read at all.</summary>
    public static bool IsScreening(IConfiguration settings) => Flag(settings, "Screening:Enabled") ?? true;

    private static string Provider(IConfiguration settings)
    {
        var provider = Text(settings, "Storage:Provider") ?? "sqlite";
        return provider.ToLowerInvariant() is "sqlite"
            ? "sqlite"
            : throw new StartRefused($"Storage:Provider is '{provider}'; this version knows sqlite only.");
    }

    private static string? ReplayFile(IConfiguration settings)
    {
        var file = Text(settings, "Playground:Replay");
        return file is null || File.Exists(file)
            ? file
            : throw new StartRefused($"Playground:Replay names {Path.GetFullPath(file)}, which is not there. Give the path of a JSONL file of messages.");
    }

    internal static string? Text(IConfiguration settings, string key) => settings[key]?.Trim() is { Length: > 0 } text ? text : null;

    internal static bool? Flag(IConfiguration settings, string key) => Text(settings, key)?.ToLowerInvariant() switch
    {
        null => null,
        "true" => true,
        "false" => false,
        var other => throw new StartRefused($"{key} is '{other}'; it takes true or false."),
    };

    internal static Uri? Link(IConfiguration settings, string key)
    {
        if (Text(settings, key) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "http" or "https"
            ? link
            : throw new StartRefused($"{key} is '{text}'; it takes a link that starts with https:// or http://.");
    }
}
