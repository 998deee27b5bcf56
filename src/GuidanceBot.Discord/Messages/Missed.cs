using GuidanceBot.Chat;
using GuidanceBot.Moderation;

namespace GuidanceBot.Discord.Messages;

/// <summary>Notes where something may have been missed, so that the core reads it back.</summary>
internal sealed class Missed(CatchUp catchUp)
{
    /// <summary>Something of this channel was not handled.</summary>
    public void In(ChannelAddress channel) => catchUp.Request(channel);

    /// <summary>A session was lost, and with it all that was said meanwhile.</summary>
    public void Everywhere() => catchUp.Request(DiscordNames.Platform);
}
