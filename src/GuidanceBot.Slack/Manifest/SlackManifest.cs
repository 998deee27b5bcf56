using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Commands;
using GuidanceBot.Slack.Interactions;

namespace GuidanceBot.Slack.Manifest;

/// <summary>The app as Slack is told of it: pasted once under "Create an app from a manifest".</summary>
public static class SlackManifest
{
    /// <summary>The only slash command; everything else comes after it.</summary>
    public const string Command = "/guidance";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest as JSON. Without screening it asks for no right to read channels.</summary>
    public static string Write(Catalog catalog, bool screening) => Build(catalog, screening).ToJsonString(Indented);

    internal static JsonObject Build(Catalog catalog, bool screening)
    {
        var scopes = SlackScopes.For(screening).Select(s => s.Name).ToHashSet();
        return new JsonObject
        {
            ["display_information"] = new JsonObject
            {
                ["name"] = "GuidanceBot",
                ["description"] = "Takeaways, tips and a second look for clinicians on social media",
                ["long_description"] = "GuidanceBot answers questions about taking part in social media as a clinician, posts tips on the schedule that admins set, and helps moderators see messages that could hurt a patient. People decide, not the bot. It runs on its owner's machine and sends message text nowhere else; /guidance privacy says what it reads and keeps.",
                ["background_color"] = "#1d4d4f",
            },
            ["features"] = new JsonObject
            {
                ["app_home"] = new JsonObject { ["home_tab_enabled"] = true, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = false },
                ["bot_user"] = new JsonObject { ["display_name"] = "GuidanceBot", ["always_online"] = true },
                ["slash_commands"] = new JsonArray(new JsonObject
                {
                    ["command"] = Command,
                    ["description"] = "Ask, check a draft, read takeaways, get support",
                    ["usage_hint"] = "help | ask <question> | check | takeaways | support",
                    ["should_escape"] = true,
                }),
                ["shortcuts"] = Shortcuts(catalog),
            },
            ["oauth_config"] = new JsonObject
            {
                ["scopes"] = new JsonObject { ["bot"] = Names(scopes), ["user"] = Names([SlackScopes.User.Name]), ["user_optional"] = Names([SlackScopes.User.Name]) },
            },
            ["settings"] = new JsonObject
            {
                ["event_subscriptions"] = new JsonObject { ["bot_events"] = Names(SlackScopes.Events.Where(e => e.Scope is null || scopes.Contains(e.Scope)).Select(e => e.Event)) },
                ["interactivity"] = new JsonObject { ["is_enabled"] = true },
                ["org_deploy_enabled"] = false,
                ["socket_mode_enabled"] = true,
                ["token_rotation_enabled"] = false,
            },
        };
    }

    private static JsonArray Shortcuts(Catalog catalog) =>
    [
        .. catalog.Menu.Select(m => Shortcut("message", m.Label.English, m.Name, m.Label.English)),
        Shortcut("global", "Check a draft", InteractionHandling.CheckShortcut, "A private second look before you post"),
    ];

    private static JsonObject Shortcut(string type, string name, string id, string description) =>
        new() { ["type"] = type, ["name"] = name, ["callback_id"] = id, ["description"] = description };

    private static JsonArray Names(IEnumerable<string> names) => [.. names.Order(StringComparer.Ordinal).Select(n => (JsonNode)JsonValue.Create(n))];
}
