using GuidanceBot.Guidance;

namespace GuidanceBot.Hosting;

/// <summary>Lets the ranker learn its questions after the start, so that neither the start nor the first <c>/ask</c> waits for it.</summary>
internal sealed class WarmUp(IServiceProvider services) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        _ = services.GetRequiredService<AskRanker>();
        return Task.CompletedTask;
    }
}
