using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Events;

/// <summary>What an event says that concerns us.</summary>
internal abstract record SlackEvent
{
    /// <summary>Names what happened, whatever id it came under.</summary>
    public abstract string Identity { get; }

    /// <summary>A message, or a revision of one.</summary>
    public sealed record Written(ChatMessage Message) : SlackEvent
    {
        public override string Identity => $"w {Message.Address.Channel.Channel} {Message.Address.Message} {Message.EditedAt?.Ticks}";
    }

    /// <summary>A message was deleted.</summary>
    public sealed record Deleted(MessageAddress Message) : SlackEvent
    {
        public override string Identity => $"d {Message.Channel.Channel} {Message.Message}";
    }

    /// <summary>Somebody mentioned the bot.</summary>
    public sealed record Mentioned(ChatMessage Message, string? Thread) : SlackEvent
    {
        public override string Identity => $"m {Message.Address.Channel.Channel} {Message.Address.Message}";
    }

    /// <summary>Somebody opened the app's home.</summary>
    public sealed record HomeOpened(MemberId Member, string At) : SlackEvent
    {
        public override string Identity => $"h {Member.Member} {At}";
    }

    /// <summary>The app was uninstalled, or its tokens were revoked.</summary>
    public sealed record Uninstalled : SlackEvent
    {
        public override string Identity => "u";
    }
}

/// <summary>Reads events. Null for everything that does not concern us.</summary>
internal static class EventReader
{
    public static SlackEvent? Read(JsonElement payload, string self)
    {
        var inner = payload.At("event");
        var channel = new ChannelAddress(SlackPlatform.PlatformName, payload.Text("team_id"), inner.Text("channel"));
        return inner.Text("type") switch
        {
            "message" => Message(inner, channel, self),
            "app_mention" => MessageReading.Read(inner, channel, isDirect: false, self) is { } mention ? new SlackEvent.Mentioned(mention, Thread(inner)) : null,
            "app_home_opened" when inner.Text("tab") is "home" or "" && inner.Text("user").Length > 0 =>
                new SlackEvent.HomeOpened(new MemberId(channel.Platform, channel.Community, inner.Text("user")), inner.Text("event_ts")),
            "app_uninstalled" or "tokens_revoked" => new SlackEvent.Uninstalled(),
            _ => null,
        };
    }

    private static SlackEvent? Message(JsonElement inner, ChannelAddress channel, string self)
    {
        var isDirect = inner.Text("channel_type") is "im" or "mpim" or "app_home" || channel.Channel.StartsWith('D');
        switch (inner.Text("subtype"))
        {
            case "message_deleted":
                return inner.Text("deleted_ts") is { Length: > 0 } gone ? new SlackEvent.Deleted(new MessageAddress(channel, gone)) : null;
            case "message_changed":
                var (now, before) = (inner.At("message"), inner.At("previous_message"));
                // A thread's first message leaves a gravestone instead of an event of deletion.
                if (now.Text("subtype") == "tombstone")
                    return new SlackEvent.Deleted(new MessageAddress(channel, now.Text("ts")));
                // Link previews, pins and replies change a message too, but none of its words.
                var sameWords = before.ValueKind is JsonValueKind.Object && before.Text("text") == now.Text("text") && Files(before) == Files(now);
                return sameWords || now.Text("edited", "ts").Length == 0 ? null : Written(now, channel, isDirect, self);
            default:
                return Written(inner, channel, isDirect, self);
        }
    }

    private static SlackEvent.Written? Written(JsonElement message, ChannelAddress channel, bool isDirect, string self) =>
        MessageReading.Read(message, channel, isDirect, self) is { } read ? new SlackEvent.Written(read) : null;

    private static int Files(JsonElement message) => message.Items("files").Count();

    private static string? Thread(JsonElement inner) => inner.Text("thread_ts") is { Length: > 0 } thread ? thread : null;
}
