using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Discord;

/// <summary>Discord's limits on messages made of components, which its OpenAPI file does not tell.</summary>
internal static class DoubleComponents
{
    private const int Components = 1 << 15;

    public static string? Problem(JsonObject message)
    {
        var isComponents = (((int?)message["flags"] ?? 0) & Components) != 0;
        var all = DoubleInteractions.Components(message["components"]).ToList();
        if (isComponents && (message["content"] is not null || message["embeds"] is not null))
            return "A message of components has no content and no embeds";
        if (!isComponents && all.Any(c => (int)c["type"]! is 9 or 10 or 12 or 13 or 14 or 17))
            return "These components need the flag IS_COMPONENTS_V2";
        if (!isComponents && message["content"] is null && message["embeds"] is null && all.Count == 0)
            return "Cannot send an empty message";
        if (all.Count > 40)
            return "More than 40 components";
        if (all.Where(c => (int)c["type"]! == 10).Sum(c => ((string)c["content"]!).Length) > 4000)
            return "More than 4000 characters";
        var ids = all.Select(c => (string?)c["custom_id"]).Where(id => id is not null).ToList();
        return ids.Distinct().Count() < ids.Count ? "A custom id stands twice" : null;
    }
}
