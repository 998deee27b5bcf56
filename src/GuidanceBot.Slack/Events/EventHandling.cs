using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Slack.Cards;
using GuidanceBot.Slack.Interactions;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Events;

/// <summary>What an event leads to.</summary>
internal sealed class EventHandling(Inbox inbox, Catalog catalog, AnsweredOnce answered, HomePage home, SlackApi api, SlackSelfHolder self)
{
    /// <summary>Called when the app was uninstalled.</summary>
    public Action Uninstalled { get; set; } = () => { };

    /// <summary>Does what the event asks for.</summary>
    public async Task HandleAsync(SlackEvent happened, CancellationToken cancellationToken)
    {
        switch (happened)
        {
            case SlackEvent.Written { Message: { IsDirect: true, EditedAt: null } message }:
                await AnswerOnceAsync(happened, message, thread: null, cancellationToken);
                break;
            case SlackEvent.Written { Message: { IsDirect: false } message }:
                await inbox.ReadAsync(message, cancellationToken);
                break;
            case SlackEvent.Deleted deleted:
                await inbox.ForgetAsync(deleted.Message, cancellationToken);
                break;
            case SlackEvent.Mentioned mentioned:
                await AnswerOnceAsync(happened, mentioned.Message, mentioned.Thread, cancellationToken);
                break;
            case SlackEvent.HomeOpened opened:
                await home.PublishAsync(opened.Member, cancellationToken);
                break;
            case SlackEvent.Uninstalled:
                Uninstalled();
                break;
        }
    }

    // A restart may bring the event again; a question is answered once.
    private async Task AnswerOnceAsync(SlackEvent happened, ChatMessage message, string? thread, CancellationToken cancellationToken)
    {
        if (!await answered.IsFirstAsync(SlackPlatform.PlatformName, happened.Identity, cancellationToken))
            return;

        var asked = message.Text.Replace($"<@{self.Current?.User}>", "", StringComparison.Ordinal).Trim();
        var card = Shown(await RunAsync(asked, message, cancellationToken), catalog.Split(asked).Command);
        var blocks = BlockKit.Message(card).ToJsonString(JsonWriting.Relaxed);
        if (message.IsDirect)
            await api.PostAsync(message.Address.Channel.Channel, card.Preview is null ? Answering.PrivatePreview : BlockKit.Preview(card), blocks, null, null, cancellationToken);
        else
            await api.PostEphemeralAsync(message.Address.Channel.Channel, message.Author.Member, Answering.PrivatePreview, blocks, thread, cancellationToken);
    }

    // Whatever is no command is a question.
    private Task<Reply> RunAsync(string asked, ChatMessage message, CancellationToken cancellationToken)
    {
        var (channel, author) = (message.Address.Channel, message.Author);
        if (asked.Length == 0)
            return inbox.RunTypedAsync("help", channel, author, cancellationToken);
        if (message.IsDirect && catalog.Split(asked.TrimStart('/')).Command is not null)
            return inbox.RunTypedAsync(asked.TrimStart('/'), channel, author, cancellationToken);
        return inbox.RunAsync(new CommandCall("ask", new CommandOptions(new Dictionary<string, string> { ["question"] = asked }), channel, author) { IsDirect = message.IsDirect }, cancellationToken);
    }

    // Nothing opens a form without a press.
    private static Card Shown(Reply reply, CommandSpec? command) => reply switch
    {
        Reply.Show show => show.Card,
        Reply.Replace replace => replace.Card,
        _ => Card.Of("One press more", "Slack opens a form only from a button.")
            .With(new CardButton(InteractionHandling.RunPrefix + (command?.Name ?? "help"), "Open the form", ButtonStyle.Primary)),
    };
}
