using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Reading;

namespace GuidanceBot.Discord.Messages;

/// <summary>The channels and threads that the gateway told of, by id: where a message stands, and which channel a thread hangs under.</summary>
internal sealed class ChannelMap
{
    // Threads come and go; past this many the map begins anew and learns each again when it is next written in.
    private const int Most = 200_000;

    private readonly ConcurrentDictionary<ulong, Place> _places = new();

    /// <summary>A channel; or a thread with the channel that it hangs under. Not sure where only a message in it was seen: then it may be a thread that nobody told of.</summary>
    internal sealed record Place(ulong Guild, ChannelAddress Address, ChannelAddress? Parent, bool Sure);

    public Place? Find(ulong channel) => _places.GetValueOrDefault(channel);

    public Place Learn(ulong guild, JsonElement channel)
    {
        if (_places.Count > Most)
            _places.Clear();
        var id = channel.Id("id");
        // Public, private and announcement threads, with posts in forums among them; other channels' parent is only a heading.
        var parent = channel.Number("type") is 10 or 11 or 12 ? channel.Id("parent_id") : 0;
        return _places[id] = new Place(guild, Address(guild, id), parent == 0 ? null : Address(guild, parent), Sure: true);
    }

    /// <summary>The place of a message that was seen.</summary>
    public Place Guess(ulong guild, ulong channel) => _places.GetOrAdd(
        channel,
        static (id, guild) => new Place(guild, Address(guild, id), null, Sure: guild == 0),
        guild);

    public void LearnGuild(JsonElement guild)
    {
        var id = guild.Id("id");
        foreach (var channel in guild.Items("channels").Concat(guild.Items("threads")))
            Learn(id, channel);
    }

    public void Forget(ulong channel) => _places.TryRemove(channel, out _);

    public void ForgetGuild(ulong guild)
    {
        foreach (var (id, place) in _places)
        {
            if (place.Guild == guild)
                _places.TryRemove(id, out _);
        }
    }

    private static ChannelAddress Address(ulong guild, ulong channel) => DiscordNames.Channel(guild == 0 ? null : Text(guild), Text(channel));

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
