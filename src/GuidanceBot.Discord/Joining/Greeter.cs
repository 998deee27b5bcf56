using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;

namespace GuidanceBot.Discord.Joining;

/// <summary>Greets whoever added the bot, with one next step: in private, or where that is refused in the community's own place for such news.</summary>
internal sealed class Greeter(DiscordRest rest, DiscordSelf self, DiscordPlatform platform)
{
    private const int BotAdded = 28;

    public async Task GreetAsync(JsonElement guild, CancellationToken cancellationToken)
    {
        if (guild.Text("id") is not { } id)
            return;
        var key = new PostKey($"hi{id}");
        var card = Greeting(guild.Text("name") ?? "your community");
        var installer = await InstallerAsync(id, cancellationToken) ?? guild.Text("owner_id");
        var told = installer is null
            ? new Posted(Outcome.Unreachable)
            : await platform.TellAsync(DiscordNames.Member(id, installer), card, key, cancellationToken);
        if (told.Outcome is not Outcome.Done && guild.Text("system_channel_id") is { } channel)
            await platform.PostAsync(DiscordNames.Channel(id, channel), card, key, silent: true, cancellationToken);
    }

    // Only where we were given the right to read the audit log, which we do not ask for.
    private async Task<string?> InstallerAsync(string guild, CancellationToken cancellationToken)
    {
        var log = await rest.AskAsync(Call.Get($"guilds/{guild}/audit-logs?action_type={BotAdded}&limit=10"), cancellationToken);
        return log.Body.Items("audit_log_entries").FirstOrDefault(e => e.Id("target_id") == self.Bot).Text("user_id");
    }

    private static Card Greeting(string community) =>
        Card.Of("Hello, and thank you for adding GuidanceBot", $"Type /setup in {community} to begin: it takes about two minutes.", "Until then I answer /ask and /help, and read nothing.");
}
