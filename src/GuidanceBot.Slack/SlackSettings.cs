namespace GuidanceBot.Slack;

/// <summary>What the owner set for Slack.</summary>
public sealed record SlackSettings
{
    /// <summary>Where the Web API answers unless the owner says otherwise.</summary>
    public const string DefaultApiBase = "https://slack.com/api";

    /// <summary>The bot token, <c>xoxb-...</c>.</summary>
    public required string BotToken { get; init; }

    /// <summary>The app-level token with <c>connections:write</c>, <c>xapp-...</c>.</summary>
    public required string AppToken { get; init; }

    /// <summary>An admin's user token with <c>chat:write</c>, <c>xoxp-...</c>; without it the bot cannot remove what others wrote.</summary>
    public string? UserToken { get; init; }

    /// <summary>Where the Web API answers.</summary>
    public Uri ApiBase { get; init; } = new(DefaultApiBase);

    /// <summary>How many sockets are kept open, 1 to 10.</summary>
    public int Connections { get; init; } = 2;

    /// <summary>Names the settings without the tokens, which are secrets.</summary>
    public override string ToString() => $"Slack at {ApiBase} over {Connections} sockets";
}
