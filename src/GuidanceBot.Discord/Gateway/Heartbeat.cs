namespace GuidanceBot.Discord.Gateway;

/// <summary>Beats until it is stopped, or until a beat was not acknowledged before the next: then the connection is dead, whatever the socket says.</summary>
internal sealed class Heartbeat(Func<CancellationToken, Task> beat, TimeProvider clock)
{
    private volatile bool _acknowledged = true;

    public void Acknowledged() => _acknowledged = true;

    /// <summary>Ends when the connection is dead.</summary>
    public async Task RunAsync(TimeSpan interval, double jitter, CancellationToken cancellationToken)
    {
        await Task.Delay(interval * jitter, clock, cancellationToken);
        while (_acknowledged)
        {
            _acknowledged = false;
            await beat(cancellationToken);
            await Task.Delay(interval, clock, cancellationToken);
        }
    }
}
