namespace GuidanceBot.Discord.Gateway;

/// <summary>Hears events, on the read loop: it must not wait for anything.</summary>
internal interface IGatewayListener
{
    /// <summary>An event. The payload is good for the length of the call.</summary>
    void Heard(int shard, Payload payload);
}
