using Microsoft.Extensions.Logging;

namespace GuidanceBot.Discord.Gateway;

/// <summary>Keeps one shard connected: runs connections one after another, resuming where that is possible.</summary>
internal sealed partial class Shard(GatewayIdentity identity, Uri gateway, IdentifyGate gate, IGatewayListener listener, TimeProvider clock, ILogger logger)
{
    private readonly GatewaySession _session = new();

    /// <summary>Runs until told to stop (null), or until a person must change something: then the sentence that says what.</summary>
    public async Task<string?> RunAsync(CancellationToken stopping)
    {
        var failures = 0;
        while (!stopping.IsCancellationRequested)
        {
            var connection = new GatewayConnection(identity, _session, gate, listener, clock, logger);
            // A resume address that cannot be reached must not keep us out: every other try goes to the front door.
            var next = await connection.RunAsync(failures % 2 == 0 && _session.ResumeAt is { } there ? there : gateway, stopping);
            failures = connection.Worked ? 0 : failures + 1;
            switch (next)
            {
                case Next.Stop stop:
                    return stop.Sentence;
                case Next.Identify:
                    _session.Forget();
                    break;
            }

            var wait = Backoff.Wait(failures, Random.Shared.NextDouble());
            if (failures > 0)
                Log.Waiting(logger, identity.Shard, wait.TotalSeconds);
            await Task.Delay(wait, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return null;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Shard {Shard} connects again in {Seconds:0.0} s.")]
        public static partial void Waiting(ILogger logger, int shard, double seconds);
    }
}
