namespace GuidanceBot.Chat;

/// <summary>A community on a platform: a guild, a workspace, the playground's one community.</summary>
public readonly record struct CommunityAddress(string Platform, string Community);

/// <summary>A channel of a community. A direct conversation with the bot is a channel too.</summary>
public readonly record struct ChannelAddress(string Platform, string Community, string Channel)
{
    /// <summary>The community the channel belongs to.</summary>
    public CommunityAddress In => new(Platform, Community);
}

/// <summary>A message in a channel.</summary>
public readonly record struct MessageAddress(ChannelAddress Channel, string Message)
{
    /// <summary>The community the message was written in.</summary>
    public CommunityAddress In => Channel.In;
}

/// <summary>A member of a community. What a member may do is asked of the platform when they act, never carried along.</summary>
public readonly record struct MemberId(string Platform, string Community, string Member)
{
    /// <summary>The community the member belongs to.</summary>
    public CommunityAddress In => new(Platform, Community);
}
