using System.Globalization;
using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Messages;

/// <summary>Turns Discord's messages into the core's: leaves out the bot's own, those of other bots unless they are read here, and edits that are only link previews.</summary>
internal sealed class MessageIntake(ChannelMap channels, bool readBots)
{
    /// <summary>The bot's own id, known once a session began.</summary>
    public ulong Self { get; set; }

    /// <summary>The message for the core; null where it does not concern us.</summary>
    public ChatMessage? Take(in MessageData data, bool isEdit)
    {
        if (data.Id == 0 || data.Channel == 0 || data.Author == Self || data.Text is null)
            return null;
        if ((data.ByBot || data.Webhook != 0) && !readBots)
            return null;
        // Discord tells of a link preview as of an edit, only without an edit's stamp.
        if (isEdit && data.EditedAt is null)
            return null;
        if (data.Text.Length == 0 && data.Files is null)
            return null;

        return Translate(data, channels);
    }

    /// <summary>The message for the core, whoever wrote it.</summary>
    public static ChatMessage Translate(in MessageData data, ChannelMap channels)
    {
        var place = channels.Guess(data.Guild, data.Channel);
        return new ChatMessage
        {
            Address = new MessageAddress(place.Address, data.Id.ToString(CultureInfo.InvariantCulture)),
            Author = new MemberId(DiscordNames.Platform, place.Address.Community, data.Author.ToString(CultureInfo.InvariantCulture)),
            Text = data.Text ?? "",
            Attachments = data.Files is { } files ? files : [],
            SentAt = DiscordNames.MadeAt(data.Id),
            EditedAt = data.EditedAt,
            Parent = place.Parent,
            IsDirect = data.Guild == 0 && place.Guild == 0,
        };
    }
}
