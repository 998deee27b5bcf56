namespace GuidanceBot.Playground.Platform;

/// <summary>The page's addresses.</summary>
internal static class Links
{
    public static string To(string channel, string? message = null, string? actingAs = null) =>
        "/c/" + Uri.EscapeDataString(channel)
        + (message is null ? "" : "/" + Uri.EscapeDataString(message))
        + (actingAs is null ? "" : "?as=" + actingAs);
}
