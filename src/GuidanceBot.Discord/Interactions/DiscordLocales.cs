namespace GuidanceBot.Discord.Interactions;

/// <summary>The languages that Discord's app speaks.</summary>
internal static class DiscordLocales
{
    private static readonly string[] All =
    [
        "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "hi", "hr", "hu", "id", "it", "ja",
        "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
    ];

    /// <summary>Discord's name for a culture; null where Discord does not speak it.</summary>
    public static string? Find(string culture) => culture switch
    {
        "es" => "es-ES",
        "pt" => "pt-BR",
        "sv" => "sv-SE",
        "zh" => "zh-CN",
        "nb" or "nn" => "no",
        _ => All.FirstOrDefault(l => l.Equals(culture, StringComparison.OrdinalIgnoreCase)),
    };
}
