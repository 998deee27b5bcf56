namespace GuidanceBot.Slack.Manifest;

/// <summary>A right the app asks for, with why. Nothing is asked for that is not used.</summary>
/// <param name="Name">Slack's name of it.</param>
/// <param name="Why">One sentence for who installs it.</param>
/// <param name="ForScreening">Whether only screening needs it.</param>
public sealed record SlackScope(string Name, string Why, bool ForScreening = false);

/// <summary>An event the app subscribes to, and the scope without which it does not come.</summary>
internal sealed record SlackSubscription(string Event, string? Scope);

/// <summary>Every right of the bot, written down once: the manifest, the check of the tokens and the documentation are made from this.</summary>
public static class SlackScopes
{
    /// <summary>The bot's scopes.</summary>
    public static IReadOnlyList<SlackScope> Bot { get; } =
    [
        new("app_mentions:read", "To answer, in private, a question that begins with @GuidanceBot."),
        new("channels:history", "To screen the public channels it was invited to and an admin picked, and to find its own posts again. Without it a post whose answer got lost is not repeated: it may be missing, and never stands twice.", ForScreening: true),
        new("channels:read", "To offer the list of public channels in set-up, and to say where it was not invited."),
        new("chat:write", "To post tips, answers and the moderators' cards."),
        new("commands", "For /guidance, and for the shortcuts in the message menu and the search box."),
        new("groups:history", "To screen the private channels it was invited to and an admin picked, and to find its own cards again.", ForScreening: true),
        new("groups:read", "To know the moderators' private channel and who is in it."),
        new("im:history", "To read what members write to the bot itself, and not to send the same note twice."),
        new("im:write", "To send a private note to one person."),
        new("usergroups:read", "To know whose user group may moderate or administer."),
        new("users:read", "To know whether who acts is an admin of the workspace."),
    ];

    /// <summary>What an admin may grant with a token of their own, so that moderators can remove a message with one press. Optional.</summary>
    public static SlackScope User { get; } = new("chat:write", "To remove a message when a moderator decides so, in the name of the admin who granted it.");

    /// <summary>The app-level token's only scope.</summary>
    public static SlackScope App { get; } = new("connections:write", "To open the sockets over which Slack tells the bot what happened.");

    internal static IReadOnlyList<SlackSubscription> Events { get; } =
    [
        new("app_home_opened", null),
        new("app_mention", "app_mentions:read"),
        new("app_uninstalled", null),
        new("message.channels", "channels:history"),
        new("message.groups", "groups:history"),
        new("message.im", "im:history"),
        new("tokens_revoked", null),
    ];

    /// <summary>The bot's scopes with or without screening.</summary>
    public static IReadOnlyList<SlackScope> For(bool screening) => [.. Bot.Where(s => screening || !s.ForScreening)];
}
