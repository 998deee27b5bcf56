namespace GuidanceBot.Discord.Gateway;

/// <summary>Hears events, on the read loop: it must not wait for anything.</summary>
internal interface IGatewayListener
{
    /// <summary>Whether more waits than is good: then the loop takes a breath between messages, and the other side waits with the rest.</summary>
    bool IsBehind { get; }

    /// <summary>An event. The payload is good for the length of the call.</summary>
    void Heard(int shard, Payload payload);
}
