using GuidanceBot.Chat;

namespace GuidanceBot.Slack.Web;

/// <summary>What Slack's documented errors mean to the core.</summary>
internal static class SlackErrors
{
    /// <summary>The outcome behind an error; done for none.</summary>
    public static Outcome Meaning(string error) => error switch
    {
        "" => Outcome.Done,

        "message_not_found" or "channel_not_found" or "thread_not_found" or "user_not_found" or "user_not_visible" or "user_disabled"
            or "is_archived" or "is_inactive" or "not_found" or "edit_window_closed" or "view_not_found" => Outcome.Gone,

        "cannot_dm_bot" or "messages_tab_disabled" or "user_not_in_channel" => Outcome.Unreachable,

        "method_not_supported_for_channel_type" or "unknown_method" or "not_implemented" or "not_enabled" or "method_deprecated"
            or "plan_upgrade_required" or "paid_teams_only" => Outcome.Unsupported,

        "cant_delete_message" or "cant_update_message" or "not_in_channel" or "missing_scope" or "no_permission" or "access_denied"
            or "restricted_action" or "restricted_action_read_only_channel" or "restricted_action_thread_only_channel"
            or "restricted_action_non_threadable_channel" or "restricted_action_thread_locked" or "posting_to_channel_denied"
            or "channel_is_limited_access" or "ekm_access_denied" or "not_allowed_token_type" or "team_access_not_granted"
            or "not_authed" or "invalid_auth" or "account_inactive" or "token_revoked" or "token_expired" or "org_login_required"
            or "enterprise_is_restricted" or "accesslimited" => Outcome.NotPermitted,

        // Rate limits, faults of Slack's own, answers that got lost, and all that is new: worth trying again.
        _ => Outcome.Failed,
    };

    /// <summary>Whether the bot token will never work again, with a sentence for the owner; null otherwise.</summary>
    public static string? Fatal(string error) => error switch
    {
        "not_authed" or "invalid_auth" => "Slack does not know the bot token: set Slack:BotToken to the Bot User OAuth Token (xoxb-...) from the app's Install App page.",
        "not_allowed_token_type" => "Slack:BotToken is not a bot token: it takes the one that starts with xoxb-.",
        "account_inactive" or "token_revoked" or "token_expired" => "The Slack app was uninstalled or its token revoked: install it again and set the new tokens.",
        "team_disabled" => "The Slack workspace was disabled.",
        _ => null,
    };
}
