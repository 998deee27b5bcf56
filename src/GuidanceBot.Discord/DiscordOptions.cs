namespace GuidanceBot.Discord;

/// <summary>What the owner set about Discord.</summary>
public sealed record DiscordOptions
{
    /// <summary>The bot's token, from the developer portal.</summary>
    public required string Token { get; init; }

    /// <summary>The application's id; asked of Discord where null.</summary>
    public string? ApplicationId { get; init; }

    /// <summary>Where the REST interface is.</summary>
    public Uri ApiBase { get; init; } = new("https://discord.com/api/v10");

    /// <summary>Whether messages are read at all. Without it no right to read messages is asked for.</summary>
    public bool Screening { get; init; } = true;

    /// <summary>Whether what other bots and webhooks post is read too.</summary>
    public bool ReadBots { get; init; }

    /// <summary>How many connections share the communities; as many as Discord recommends where null.</summary>
    public int? Shards { get; init; }

    /// <summary>Whether the gateway's stream is compressed.</summary>
    public bool Compress { get; init; } = true;

    /// <summary>Where the bot can be looked up. Named to Discord in every request, as it asks of every bot; the project's name stands there where null.</summary>
    public Uri? Home { get; init; }

    internal string UserAgent => $"DiscordBot ({Home?.OriginalString ?? "GuidanceBot"}, {typeof(DiscordOptions).Assembly.GetName().Version?.ToString(3)})";
}
