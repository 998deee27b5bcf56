using GuidanceBot.Chat;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;

namespace GuidanceBot.Discord.Cards;

/// <summary>Posts cards so that the same key stands once, however often it is tried: for minutes by Discord's enforced nonce, later by looking for our own card first.</summary>
internal sealed class Poster(DiscordRest rest, DiscordSelf self, DiscordOptions options)
{
    // How far back our own card is looked for.
    private const int LookBack = 100;

    public async Task<Posted> PostAsync(ChannelAddress channel, Card card, PostKey key, bool silent, CancellationToken cancellationToken)
    {
        var mark = CardJson.Mark(key);
        if (await FindAsync(channel, mark, cancellationToken) is { } before)
            return Posted.At(before);

        var message = CardJson.Message(card, silent ? MessageFlags.Silent : MessageFlags.None, mark);
        message["nonce"] = key.Value;
        message["enforce_nonce"] = true;
        var answer = await rest.AskAsync(Call.Post($"channels/{channel.Channel}/messages", message) with { Repeatable = true }, cancellationToken);
        return answer.Ok && answer.Body.Text("id") is { } id ? Posted.At(new MessageAddress(channel, id)) : new Posted(answer.Outcome);
    }

    public async Task<Outcome> RedrawAsync(MessageAddress card, Card now, CancellationToken cancellationToken)
    {
        // The mark stays: a card that was redrawn is still the answer to its key.
        var mark = (await rest.AskAsync(Call.Get(Path(card)), cancellationToken)).Body.Items("components").Select(c => c.Number("id")).FirstOrDefault(IsMark);
        var answer = await rest.AskAsync(Call.Patch(Path(card), CardJson.Message(now, mark: mark)), cancellationToken);
        return answer.Outcome;
    }

    private async Task<MessageAddress?> FindAsync(ChannelAddress channel, int mark, CancellationToken cancellationToken)
    {
        // Without screening the bot was not given the right to look.
        if (!options.Screening && channel.Community != DiscordNames.Direct)
            return null;
        var recent = await rest.AskAsync(Call.Get($"channels/{channel.Channel}/messages?limit={LookBack}"), cancellationToken);
        foreach (var message in recent.Body.Each())
        {
            if (message.At("author")?.Id("id") == self.Bot && message.Items("components").Any(c => c.Number("id") == mark) && message.Text("id") is { } id)
                return new MessageAddress(channel, id);
        }

        return null;
    }

    private static bool IsMark(int? id) => id >= 0x40000000;

    private static string Path(MessageAddress card) => $"channels/{card.Channel.Channel}/messages/{card.Message}";
}
