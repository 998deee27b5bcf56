using GuidanceBot.Chat;
using GuidanceBot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Moderation;

/// <summary>A command that was typed into the channel as a message: its writer may have meant it for the bot alone.</summary>
internal sealed class MistypedCommand(PrivateWords words, ChatPlatforms platforms, IServiceProvider services)
{
    public async Task TellAsync(ChatMessage message, bool distressed, CancellationToken cancellationToken)
    {
        // To somebody in distress nothing else is said.
        if (distressed || message.EditedAt is not null || !IsCommand(message))
            return;

        var card = Card.Of("This went to the channel", "Delete it if you meant it privately. Everybody there can read it.") with { Preview = PrivateWords.Preview };
        await words.SayOnceAsync("mistyped", message, card, cancellationToken);
    }

    private bool IsCommand(ChatMessage message)
    {
        var text = message.Text.AsSpan().TrimStart();
        var prefix = platforms.Find(message.Address.Channel.Platform)?.Abilities.CommandPrefix ?? "/";

        // Almost every message ends at its first character. The catalog is asked late: its commands need this room to be made.
        if (text.IsEmpty || prefix.Length == 0)
            return false;
        if (text[0] != prefix[0])
            return text[..Math.Min(text.Length, 40)].Contains(':') && NamesAnOption(text[..Math.Min(text.Length, 100)].ToString());
        var start = text.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? prefix.Length : 1;
        return services.GetRequiredService<Catalog>().Split(text[start..Math.Min(text.Length, start + 100)].ToString()).Command is not null;
    }

    // "check draft: ..." without its prefix: plain English does not name an option.
    private bool NamesAnOption(string text) =>
        services.GetRequiredService<Catalog>().Split(text) is ({ } command, var tail)
        && command.Options.Any(o => tail.StartsWith(o.Name + ":", StringComparison.OrdinalIgnoreCase));
}
