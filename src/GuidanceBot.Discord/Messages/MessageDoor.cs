using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Messages;

/// <summary>Where messages and deletions are handed in: the core's Inbox, or what a measurement puts in its place. False means that it was not handled.</summary>
internal sealed record MessageDoor(Func<ChatMessage, CancellationToken, Task<bool>> Read, Func<MessageAddress, CancellationToken, Task<bool>> Forget);
