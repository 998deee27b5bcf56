namespace GuidanceBot.Discord.Cards;

/// <summary>How a message is shown.</summary>
[Flags]
internal enum MessageFlags
{
    None = 0,

    /// <summary>Only who asked sees it.</summary>
    Private = 1 << 6,

    /// <summary>Nobody's phone rings.</summary>
    Silent = 1 << 12,

    /// <summary>Made of components alone.</summary>
    Components = 1 << 15,
}
