namespace GuidanceBot.Discord.Gateway;

/// <summary>Hears events, on the read loop: it must not wait for anything.</summary>
internal interface IGatewayListener
{
    /// <summary>How much waits to be handled: the read loop goes by it.</summary>
    Backlog Backlog { get; }

    /// <summary>An event. The payload is good for the length of the call.</summary>
    void Heard(int shard, Payload payload);
}

/// <summary>How much waits to be handled.</summary>
internal enum Backlog
{
    /// <summary>Next to nothing.</summary>
    Short,

    /// <summary>More than a moment's work: whoever works goes before whoever reads.</summary>
    Long,

    /// <summary>Nearly all that fits: the other side has to wait with the rest.</summary>
    NearlyFull,
}
