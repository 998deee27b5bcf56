namespace GuidanceBot.Discord.Gateway;

/// <summary>What the gateway is asked to tell. Interactions need none.</summary>
[Flags]
internal enum Intents
{
    Guilds = 1 << 0,
    GuildMessages = 1 << 9,
    MessageContent = 1 << 15,

    /// <summary>To answer, to post tips, to know threads.</summary>
    Answering = Guilds,

    /// <summary>To screen as well.</summary>
    Screening = Guilds | GuildMessages | MessageContent,
}
