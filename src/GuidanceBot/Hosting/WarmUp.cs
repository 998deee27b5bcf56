using GuidanceBot.Guidance;

namespace GuidanceBot.Hosting;

/// <summary>Lets the ranker learn its questions once the bot is up, so that neither the start nor the first <c>/ask</c> waits for it. Then gives back the memory that only the start needed.</summary>
internal sealed class WarmUp(IServiceProvider services, IHostApplicationLifetime life) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, life.ApplicationStarted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ = services.GetRequiredService<AskRanker>();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
