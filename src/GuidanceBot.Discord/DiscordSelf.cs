namespace GuidanceBot.Discord;

/// <summary>Who the bot is on Discord; known once Discord was asked.</summary>
internal sealed class DiscordSelf
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ulong Bot { get; private set; }

    public string Application { get; private set; } = "";

    public void Became(ulong bot, string application)
    {
        (Bot, Application) = (bot, application);
        _known.TrySetResult();
    }

    /// <summary>Waits until Discord was reached for the first time.</summary>
    public Task KnownAsync(CancellationToken cancellationToken) => _known.Task.WaitAsync(cancellationToken);
}
