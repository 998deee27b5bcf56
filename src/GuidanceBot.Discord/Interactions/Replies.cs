using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Cards;
using GuidanceBot.Discord.Rest;

namespace GuidanceBot.Discord.Interactions;

/// <summary>The replies to one interaction. The first fixes for good whether it is private; what comes after edits it, or follows it.</summary>
internal sealed class Replies(DiscordRest rest, Interaction interaction)
{
    private const int Message = 4;
    private const int DeferMessage = 5;
    private const int DeferUpdate = 6;
    private const int UpdateMessage = 7;
    private const int Suggestions = 8;
    private const int Modal = 9;

    private State _state;

    private enum State
    {
        Fresh,
        DeferredMessage,
        DeferredUpdate,
    }

    /// <summary>Whether nothing was replied yet, so that a form can still open.</summary>
    public bool IsFresh => _state is State.Fresh;

    /// <summary>Tells Discord that an answer will come: a message, or another card in the place of the one that was pressed.</summary>
    public async Task DeferAsync(AnswerKind kind, CancellationToken cancellationToken)
    {
        if (kind is AnswerKind.Replace && interaction.OnCard)
        {
            await CallBackAsync(DeferUpdate, null, cancellationToken);
            _state = State.DeferredUpdate;
            return;
        }

        // Private is the only flag that Discord takes here.
        await CallBackAsync(DeferMessage, kind is AnswerKind.Public ? null : new JsonObject { ["flags"] = (int)MessageFlags.Private }, cancellationToken);
        _state = State.DeferredMessage;
    }

    /// <summary>Shows a card, in private unless it was declared public.</summary>
    public Task<Answer> ShowAsync(Card card, bool isPrivate, CancellationToken cancellationToken)
    {
        var message = CardJson.Message(card, isPrivate ? MessageFlags.Private : MessageFlags.None);
        return _state switch
        {
            State.Fresh => CallBackAsync(Message, message, cancellationToken),
            State.DeferredMessage => EditOriginalAsync(card, cancellationToken),
            _ => rest.AskAsync(Call.Post(Webhook, message) with { Urgent = true }, cancellationToken),
        };
    }

    /// <summary>Puts a card in the place of the one that was pressed.</summary>
    public Task<Answer> ReplaceAsync(Card card, bool isPrivate, CancellationToken cancellationToken) => _state switch
    {
        State.Fresh when interaction.OnCard => CallBackAsync(UpdateMessage, CardJson.Message(card), cancellationToken),
        State.DeferredUpdate => EditOriginalAsync(card, cancellationToken),
        _ => ShowAsync(card, isPrivate, cancellationToken),
    };

    public Task<Answer> OpenAsync(JsonObject modal, CancellationToken cancellationToken) => CallBackAsync(Modal, modal, cancellationToken);

    public Task<Answer> SuggestAsync(JsonArray choices, CancellationToken cancellationToken) =>
        CallBackAsync(Suggestions, new JsonObject { ["choices"] = choices }, cancellationToken);

    private string Webhook => $"webhooks/{interaction.Application}/{interaction.Token}";

    private Task<Answer> CallBackAsync(int type, JsonObject? data, CancellationToken cancellationToken)
    {
        var body = new JsonObject { ["type"] = type };
        if (data is not null)
            body["data"] = data;
        return rest.AskAsync(Call.Post($"interactions/{interaction.Id}/{interaction.Token}/callback", body) with { Urgent = true, Repeatable = true }, cancellationToken);
    }

    private Task<Answer> EditOriginalAsync(Card card, CancellationToken cancellationToken) =>
        rest.AskAsync(Call.Patch($"{Webhook}/messages/@original", CardJson.Message(card)) with { Urgent = true }, cancellationToken);
}
