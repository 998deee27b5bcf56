using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Cards;
using GuidanceBot.Slack.Platform;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Interactions;

/// <summary>Shows what the core answered, by the way that is open where it was asked.</summary>
internal sealed class Answering(SlackApi api, ResponseUrl responses, RoleChoices roles)
{
    /// <summary>What a notification says of an answer that only one person may read.</summary>
    public const string PrivatePreview = "GuidanceBot has a note for you";

    /// <summary>Shows an answer to something that was acknowledged before.</summary>
    public Task AnswerAsync(Reply reply, AnswerKind kind, Happening at, CancellationToken cancellationToken) => reply switch
    {
        Reply.Open open => OpenAsync(open.Form, at, cancellationToken),
        Reply.Replace replace => ReplaceAsync(replace.Card, at, cancellationToken),
        Reply.Show show when kind is AnswerKind.Public => SayAsync(show.Card, at, cancellationToken),
        Reply.Show show => ShowAsync(show.Card, at, cancellationToken),
        Reply.Mend mend => ShowAsync(Card.Of("Something is missing", [.. mend.Problems.Values]), at, cancellationToken),
        _ => Task.CompletedTask,
    };

    /// <summary>Opens a form, as the first answer.</summary>
    public async Task OpenAsync(Form form, Happening at, CancellationToken cancellationToken)
    {
        var page = Pages.Of(await roles.FilledInAsync(form, at.Who.In, cancellationToken), at.Origin);
        if (!await TryOpenAsync(page, at, cancellationToken))
            await ShowAsync(Card.Of("Please try once more", "Slack took longer than it allows, so the form could not open. Nothing was changed."), at with { Trigger = "" }, cancellationToken);
    }

    /// <summary>Shows a card to one person.</summary>
    public async Task ShowAsync(Card card, Happening at, CancellationToken cancellationToken)
    {
        if (at.ResponseUrl is { } url && !at.OnPage)
        {
            if (await responses.SendAsync(url, Message(card, "ephemeral"), cancellationToken) is Outcome.Done)
                return;
        }

        if (at.Trigger.Length > 0 && await TryOpenAsync(Pages.Of(card, at.Origin), at, cancellationToken))
            return;
        if (at.OnPage)
            await api.UpdateViewAsync(at.PageId, Json(Pages.Of(card, at.Origin)), cancellationToken);
        else if (at.Channel.Channel.Length > 0)
            await api.PostEphemeralAsync(at.Channel.Channel, at.Who.Member, Private(card), Json(BlockKit.Message(card)), null, cancellationToken);
    }

    /// <summary>Says a card to the channel.</summary>
    public async Task SayAsync(Card card, Happening at, CancellationToken cancellationToken)
    {
        var posted = at.Channel.Channel.Length == 0
            ? new SlackAnswer("channel_not_found")
            : await api.PostAsync(at.Channel.Channel, BlockKit.Preview(card), Json(BlockKit.Message(card)), null, null, cancellationToken);
        // Where the bot is no member it can still answer through the address that came with the command.
        if (!posted.Ok && at.ResponseUrl is { } url)
            await responses.SendAsync(url, Message(card, "in_channel"), cancellationToken);
    }

    /// <summary>Puts a card in the place of the one whose button was pressed.</summary>
    public async Task ReplaceAsync(Card card, Happening at, CancellationToken cancellationToken)
    {
        if (at.OnEphemeral && at.ResponseUrl is { } url)
        {
            var message = Message(card, "ephemeral");
            message["replace_original"] = true;
            await responses.SendAsync(url, message, cancellationToken);
        }
        else if (at.Card is { } shown)
        {
            await api.UpdateAsync(shown.Channel.Channel, shown.Message, BlockKit.Preview(card), Json(BlockKit.Message(card)), cancellationToken);
        }
        else if (at.OnPage)
        {
            await api.UpdateViewAsync(at.PageId, Json(Pages.Of(card, at.Origin)), cancellationToken);
        }
        else
        {
            await ShowAsync(card, at, cancellationToken);
        }
    }

    private async Task<bool> TryOpenAsync(JsonObject page, Happening at, CancellationToken cancellationToken)
    {
        var opened = at.OnPage
            ? await api.PushViewAsync(at.Trigger, Json(page), cancellationToken)
            : await api.OpenViewAsync(at.Trigger, Json(page), cancellationToken);
        return opened.Ok;
    }

    private static JsonObject Message(Card card, string to) => new()
    {
        ["response_type"] = to,
        ["replace_original"] = false,
        ["text"] = to == "ephemeral" ? Private(card) : BlockKit.Preview(card),
        ["blocks"] = BlockKit.Message(card),
    };

    private static string Private(Card card) => card.Preview is null ? PrivatePreview : BlockKit.Preview(card);

    private static string Json(JsonNode node) => node.ToJsonString(JsonWriting.Relaxed);
}
