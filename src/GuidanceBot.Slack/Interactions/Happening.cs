using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Interactions;

/// <summary>Where something was done, and every way to answer there.</summary>
internal sealed record Happening
{
    /// <summary>The channel; its id is empty where there is none, as on the app's home.</summary>
    public required ChannelAddress Channel { get; init; }

    /// <summary>Who did it.</summary>
    public required MemberId Who { get; init; }

    /// <summary>Opens one page, within three seconds.</summary>
    public string Trigger { get; init; } = "";

    /// <summary>Answers in the channel, to this person or to all: five times within half an hour.</summary>
    public Uri? ResponseUrl { get; init; }

    /// <summary>The card whose button was pressed; null where only one person sees it, or where it was no button.</summary>
    public MessageAddress? Card { get; init; }

    /// <summary>Whether the button stood on a card that only one person sees.</summary>
    public bool OnEphemeral { get; init; }

    /// <summary>The page whose button was pressed.</summary>
    public string PageId { get; init; } = "";

    /// <summary>Whether that page lies over the conversation; the app's home does not.</summary>
    public bool OnPage { get; init; }

    /// <summary>Whether the channel is a conversation with the bot alone.</summary>
    public bool IsDirect => Channel.Channel.StartsWith('D');

    /// <summary>What a page opened from here must remember.</summary>
    public Origin Origin => new(Channel.Channel, Card?.Message ?? "", OnEphemeral || Card is null ? ResponseUrl?.AbsoluteUri ?? "" : "");

    /// <summary>From a slash command.</summary>
    public static Happening OfCommand(JsonElement payload) => Of(payload.Text("team_id"), payload.Text("channel_id"), payload.Text("user_id"), payload);

    /// <summary>From a button, a shortcut or a form.</summary>
    public static Happening Of(JsonElement payload)
    {
        var team = payload.Text("team", "id") is { Length: > 0 } id ? id : payload.Text("user", "team_id");
        var view = payload.At("view");
        var origin = Origin.Parse(view.Text("private_metadata"));
        var channel = payload.Text("channel", "id") is { Length: > 0 } here ? here : payload.Text("container", "channel_id") is { Length: > 0 } there ? there : origin.Channel;
        var happening = Of(team, channel, payload.Text("user", "id"), payload) with { PageId = view.Text("id"), OnPage = view.Text("type") == "modal" };
        var card = payload.Text("container", "message_ts");
        return payload.Flag("container", "is_ephemeral")
            ? happening with { OnEphemeral = true }
            : happening with { Card = card.Length > 0 ? new MessageAddress(happening.Channel, card) : null };
    }

    /// <summary>Where the page that was sent off had been opened from.</summary>
    public Happening At(Origin origin) => this with
    {
        Card = origin.Card.Length > 0 ? new MessageAddress(Channel, origin.Card) : null,
        ResponseUrl = Uri.TryCreate(origin.ResponseUrl, UriKind.Absolute, out var url) ? url : null,
        OnEphemeral = origin.Card.Length == 0 && origin.ResponseUrl.Length > 0,
    };

    private static Happening Of(string team, string channel, string user, JsonElement payload) => new()
    {
        Channel = new ChannelAddress(SlackPlatform.PlatformName, team, channel),
        Who = new MemberId(SlackPlatform.PlatformName, team, user),
        Trigger = payload.Text("trigger_id"),
        ResponseUrl = Uri.TryCreate(payload.Text("response_url"), UriKind.Absolute, out var url) ? url : null,
    };
}
