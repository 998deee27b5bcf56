using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Screening;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Events;

/// <summary>Turns Slack's messages into the core's.</summary>
internal static class MessageReading
{
    /// <summary>The message; null where no person wrote it: bots, this one first, and what Slack itself says about a channel.</summary>
    public static ChatMessage? Read(JsonElement message, ChannelAddress channel, bool isDirect, string self)
    {
        var (ts, user) = (message.Text("ts"), message.Text("user"));
        if (user.Length == 0 || user == self || user == "USLACKBOT" || message.Text("bot_id").Length > 0 || !IsWords(message.Text("subtype")))
            return null;
        if (Timestamps.Parse(ts) is not { } sentAt)
            return null;

        return new ChatMessage
        {
            Address = new MessageAddress(channel, ts),
            Author = new MemberId(channel.Platform, channel.Community, user),
            Text = SlackText.Plain(message.Text("text")),
            Attachments = [.. message.Items("files").Select(File).OfType<AttachmentInfo>()],
            SentAt = sentAt,
            EditedAt = Timestamps.Parse(message.Text("edited", "ts")),
            IsDirect = isDirect,
        };
    }

    // Files and what a thread repeats to its channel are words of people; joins, topics and the like are not.
    private static bool IsWords(string subtype) => subtype is "" or "file_share" or "thread_broadcast" or "me_message";

    private static AttachmentInfo? File(JsonElement file)
    {
        var name = file.Text("name") is { Length: > 0 } given ? given : file.Text("title");
        return name.Length == 0 ? null : new AttachmentInfo(name, file.Text("mimetype") is { Length: > 0 } type ? type : null, file.Number("size"));
    }
}
