using GuidanceBot.Chat;

namespace GuidanceBot.Moderation;

/// <summary>What people call a channel.</summary>
internal static class ChannelNames
{
    public static async Task<string> NameOfAsync(this IChatPlatform platform, ChannelAddress channel, CancellationToken cancellationToken)
    {
        var all = await platform.ListChannelsAsync(channel.In, cancellationToken);
        return all.FirstOrDefault(c => c.Address == channel) is { Name: { Length: > 0 } name } ? $"#{name.TrimStart('#')}" : "the channel";
    }
}
