using GuidanceBot.Screening;

namespace GuidanceBot.Discord.Messages;

/// <summary>A message as Discord told it, with only what the bot uses.</summary>
internal record struct MessageData
{
    public ulong Id;
    public ulong Channel;
    public ulong Guild;
    public ulong Author;
    public bool ByBot;
    public ulong Webhook;

    /// <summary>Null where the event left the text out, as an event about a link preview may.</summary>
    public string? Text;

    public DateTimeOffset? EditedAt;
    public List<AttachmentInfo>? Files;
}
