using GuidanceBot.Chat;

namespace GuidanceBot.Moderation;

/// <summary>What happens to a message once a platform handed it in.</summary>
internal sealed class MessageWatch
{
    public Task ReadAsync(ChatMessage message, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task ForgetAsync(MessageAddress message, CancellationToken cancellationToken) => Task.CompletedTask;
}
