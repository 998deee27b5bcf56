using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Communities;

/// <summary>A community's channels by name, for cards that people read and for names that people type.</summary>
internal sealed class ChannelNames(IReadOnlyList<ChannelInfo> channels)
{
    public IReadOnlyList<ChannelInfo> All => channels;

    /// <summary>Asks the platform now.</summary>
    public static async Task<ChannelNames> OfAsync(ChatPlatforms platforms, CommunityAddress community, CancellationToken cancellationToken) =>
        new(platforms.Find(community.Platform) is { } platform ? await platform.ListChannelsAsync(community, cancellationToken) : []);

    /// <summary>One channel's name as the platform gives it now; "the channel" where the bot can't see it.</summary>
    public static async Task<string> OfAsync(IChatPlatform platform, ChannelAddress channel, CancellationToken cancellationToken) =>
        new ChannelNames(await platform.ListChannelsAsync(channel.In, cancellationToken)).Find(channel.Channel) is { Name.Length: > 0 } info ? Shown(info) : "the channel";

    public ChannelInfo? Find(string id) => channels.FirstOrDefault(c => c.Address.Channel == id);

    /// <summary>A channel as people know it, such as #tips.</summary>
    public string Of(string id) => Find(id) is { } channel ? Shown(channel) : "a channel I can't see";

    /// <summary>Several channels, such as "#general and #cases"; "none" for no channel.</summary>
    public string Of(IEnumerable<string> ids)
    {
        var names = ids.Select(Of).Order(StringComparer.Ordinal).ToList();
        return names.Count switch { 0 => "none", 1 => names[0], _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}" };
    }

    /// <summary>The channel that somebody typed: its id, its name with or without #, or a mention. A sentence with the nearest names where there is none.</summary>
    public (ChannelInfo? Channel, string Problem) Read(string typed)
    {
        var wanted = typed.Trim().TrimStart('<').TrimEnd('>').TrimStart('#').Split('|')[0];
        var found = Find(wanted) ?? channels.FirstOrDefault(c => c.Name.TrimStart('#').Equals(wanted, StringComparison.OrdinalIgnoreCase));
        return found is null ? (null, Problem(wanted)) : (found, "");
    }

    private static string Shown(ChannelInfo channel) => "#" + channel.Name.TrimStart('#');

    private string Problem(string wanted)
    {
        var shown = wanted.Length <= 40 ? wanted : wanted[..40] + "…";
        var near = channels.Where(c => c.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || (wanted.Length <= 40 && EditDistance.Between(wanted.ToLowerInvariant(), c.Name.ToLowerInvariant()) <= 2))
            .Select(Shown).Take(3).ToList();
        return near.Count > 0
            ? $"I see no channel “{shown}”; did you mean {string.Join(" or ", near)}?"
            : $"I see no channel “{shown}”; name one that I am in, such as {(channels.Count > 0 ? Shown(channels[0]) : "#general")}.";
    }
}
