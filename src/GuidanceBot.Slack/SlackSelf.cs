namespace GuidanceBot.Slack;

/// <summary>Who the bot is in its workspace, as Slack said at the start.</summary>
/// <param name="Team">The workspace's id.</param>
/// <param name="User">The bot's user id.</param>
/// <param name="Home">The workspace's own address, to link messages with.</param>
/// <param name="Scopes">What the bot token may do; null where Slack did not say.</param>
internal sealed record SlackSelf(string Team, string User, Uri Home, IReadOnlySet<string>? Scopes);

/// <summary>Holds who the bot is, once known.</summary>
internal sealed class SlackSelfHolder
{
    private volatile SlackSelf? _self;

    /// <summary>Who the bot is; null until Slack said so.</summary>
    public SlackSelf? Current
    {
        get => _self;
        set => _self = value;
    }
}
