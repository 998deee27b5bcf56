namespace GuidanceBot.Discord.Access;

/// <summary>The rights on Discord that the bot knows of.</summary>
[Flags]
internal enum Permissions : ulong
{
    None = 0,
    Administrator = 1UL << 3,
    ManageGuild = 1UL << 5,
    ViewChannel = 1UL << 10,
    SendMessages = 1UL << 11,
    ManageMessages = 1UL << 13,
    ReadMessageHistory = 1UL << 16,
    SendMessagesInThreads = 1UL << 38,
}
