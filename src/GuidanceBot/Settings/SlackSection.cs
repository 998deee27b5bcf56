using GuidanceBot.Hosting;
using GuidanceBot.Slack;

namespace GuidanceBot.Settings;

/// <summary>The settings under <c>Slack:</c>.</summary>
internal static class SlackSection
{
    /// <summary>What is set for Slack; null where nothing is.</summary>
    /// <exception cref="StartRefused">It is half-set, or a value is wrong.</exception>
    public static SlackSettings? Read(IConfiguration settings)
    {
        var bot = Token(settings, "Slack:BotToken", "xoxb-", "the Bot User OAuth Token of the app's Install App page");
        var app = Token(settings, "Slack:AppToken", "xapp-", "the app-level token with connections:write of the app's Basic Information page");
        var user = Token(settings, "Slack:UserToken", "xoxp-", "the User OAuth Token of an admin");
        if (bot is null && app is null)
            return user is null ? null : throw new StartRefused("Slack:UserToken is set, but Slack:BotToken and Slack:AppToken are missing. Set them, or remove it.");
        if (bot is null || app is null)
        {
            var (there, missing) = bot is null ? ("Slack:AppToken", "Slack:BotToken") : ("Slack:BotToken", "Slack:AppToken");
            throw new StartRefused($"{there} is set, but {missing} is missing. Slack needs both; remove the one to run without Slack.");
        }

        return new SlackSettings { BotToken = bot, AppToken = app, UserToken = user, ApiBase = ApiBase(settings), Connections = Connections(settings) };
    }

    private static string? Token(IConfiguration settings, string key, string begins, string what)
    {
        if (settings[key]?.Trim() is not { Length: > 0 } token)
            return null;
        // The value is never repeated: it is a secret.
        return token.StartsWith(begins, StringComparison.Ordinal) && !token.AsSpan().ContainsAny(" \t\r\n")
            ? token
            : throw new StartRefused($"{key} is no token of its kind; it takes {what}, which begins with {begins}.");
    }

    private static Uri ApiBase(IConfiguration settings)
    {
        var text = settings["Slack:ApiBase"]?.Trim() is { Length: > 0 } set ? set : SlackSettings.DefaultApiBase;
        return Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback))
            ? address
            : throw new StartRefused($"Slack:ApiBase is '{text}'; it takes an address that starts with https://, or http:// on this machine.");
    }

    private static int Connections(IConfiguration settings)
    {
        var text = settings["Slack:Connections"]?.Trim();
        if (string.IsNullOrEmpty(text))
            return 2;
        return int.TryParse(text, out var number) && number is >= 1 and <= 10
            ? number
            : throw new StartRefused($"Slack:Connections is '{text}'; it takes a number from 1 to 10.");
    }
}
