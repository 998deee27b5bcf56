namespace GuidanceBot.Slack.SocketMode;

/// <summary>What a slot does after its socket ended, or was told that it will.</summary>
/// <param name="Wait">How long before the next socket is opened.</param>
/// <param name="KeepOld">Whether the old socket is read on until Slack closes it.</param>
internal readonly record struct NextSocket(TimeSpan Wait, bool KeepOld);

/// <summary>The decisions of Socket Mode, apart from any socket.</summary>
internal static class SocketPolicy
{
    /// <summary>How long after connecting the hello may take.</summary>
    public static readonly TimeSpan HelloWithin = TimeSpan.FromSeconds(10);

    /// <summary>How long an old socket is read on after its successor is open. Slack warns about 10 s ahead.</summary>
    public static readonly TimeSpan Linger = TimeSpan.FromSeconds(30);

    /// <summary>Silence that is suspicious while the other sockets are busy.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(70);

    /// <summary>Silence after which a socket is exchanged even if nobody else was busy. A quiet workspace pays one connection for it, and no gap.</summary>
    public static readonly TimeSpan LongSilence = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SwitchedOff = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Crowded = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>After Slack announced the end of a socket.</summary>
    public static NextSocket After(DisconnectReason reason) => reason switch
    {
        // The next socket first, the old one read on meanwhile: no gap.
        DisconnectReason.Warning or DisconnectReason.RefreshRequested or DisconnectReason.Other => new(TimeSpan.Zero, KeepOld: true),
        // An admin may switch it on again; asking once a minute is polite.
        DisconnectReason.LinkDisabled => new(SwitchedOff, KeepOld: false),
        // Opening another at once would push out one that works.
        DisconnectReason.TooManyWebsockets => new(Crowded, KeepOld: false),
        _ => new(TimeSpan.Zero, KeepOld: false),
    };

    /// <summary>After a socket broke, or could not be opened, so many times in a row: at once, then 1, 2, 4 ... 60 s, each up to a quarter longer so that many bots do not come at once.</summary>
    public static TimeSpan After(int failures, double jitter) =>
        failures <= 1
            ? TimeSpan.Zero
            : Min(LongestWait, TimeSpan.FromSeconds(Math.Pow(2, Math.Min(failures - 2, 6)))) * (1 + (jitter / 4));

    /// <summary>Whether a socket that said nothing for so long, while its siblings were given so many envelopes, is a ghost. Slack picks a socket at random for each.</summary>
    public static bool LooksDead(TimeSpan silence, int givenToSiblings) =>
        silence >= LongSilence || (silence >= Silence && givenToSiblings >= 20);

    /// <summary>Errors of <c>apps.connections.open</c> after which asking again is pointless, each with a sentence for the owner; null where it is worth trying again.</summary>
    public static string? Fatal(string error) => error switch
    {
        "not_authed" or "invalid_auth" => "Slack does not know the app token: set Slack:AppToken to the app-level token (xapp-...) with connections:write from the app's Basic Information page.",
        "not_allowed_token_type" => "Slack:AppToken is not an app-level token: it takes the one that starts with xapp-.",
        "missing_scope" => "The app token lacks connections:write: make a new app-level token with it and set Slack:AppToken.",
        "account_inactive" or "token_revoked" or "token_expired" => "The Slack app was uninstalled or its token revoked: install it again and set the new tokens.",
        "user_removed_from_team" => "Who installed the Slack app is no longer in the workspace: let a present admin install it again.",
        "team_disabled" => "The Slack workspace was disabled.",
        _ => null,
    };

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
