using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Messages;

/// <summary>Notes where something may have been missed, so that it is read back.</summary>
internal sealed class Missed
{
    /// <summary>Something of this channel was not handled.</summary>
    public void In(ChannelAddress channel) => _ = channel;

    /// <summary>A session was lost.</summary>
    public void Everywhere()
    {
    }
}
