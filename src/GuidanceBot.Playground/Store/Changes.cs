namespace GuidanceBot.Playground.Store;

/// <summary>Tells every open page that something in a channel changed.</summary>
internal sealed class Changes
{
    /// <summary>Raised with the channel's id, on whatever thread made the change.</summary>
    public event Action<string>? Happened;

    public void Tell(string channel) => Happened?.Invoke(channel);
}
