using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Messages;

/// <summary>What waits in a channel's queue: a message or a revision of it, or a deletion.</summary>
internal readonly record struct Happening(ChatMessage? Said, MessageAddress Deleted);
