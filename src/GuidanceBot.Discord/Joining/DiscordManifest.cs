using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Commands;
using GuidanceBot.Discord.Access;
using GuidanceBot.Discord.Interactions;

namespace GuidanceBot.Discord.Joining;

/// <summary>What Discord must know of the bot: its commands, its intents, and the link that installs it with exactly the rights it uses.</summary>
public static class DiscordManifest
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The manifest as JSON. Without an application's id the links carry a place for it.</summary>
    public static string Write(Catalog catalog, bool screening, string? applicationId)
    {
        var application = applicationId ?? "APPLICATION_ID";
        var rights = screening ? PermissionSums.Screening : PermissionSums.Answering;
        return new JsonObject
        {
            ["install"] = $"https://discord.com/oauth2/authorize?client_id={application}&scope=bot+applications.commands&permissions={(ulong)rights}",
            ["installForOneMember"] = $"https://discord.com/oauth2/authorize?client_id={application}&scope=applications.commands&integration_type=1",
            ["scopes"] = new JsonArray("bot", "applications.commands"),
            ["permissions"] = new JsonArray([.. Enum.GetValues<Permissions>().Where(p => p != Permissions.None && rights.HasFlag(p)).Select(p => (JsonNode)p.ToString())]),
            ["privilegedIntents"] = screening ? new JsonArray("Message Content") : new JsonArray(),
            ["commands"] = CommandJson.Of(catalog),
        }.ToJsonString(Readable);
    }
}
