using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Moderation;

/// <summary>Writes how far each channel was handled, in one batch every few seconds and once more at the end.</summary>
internal sealed partial class MarkKeeper(HandledMarks marks, IDbContextFactory<GuidanceDb> databases, TimeProvider clock, ILogger<MarkKeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var beat = new PeriodicTimer(Every, clock);
        try
        {
            while (await beat.WaitForNextTickAsync(stoppingToken))
                await TryFlushAsync();
        }
        catch (OperationCanceledException)
        {
            await TryFlushAsync();
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var dirty = marks.TakeDirty();
        if (dirty.Count == 0)
            return;

        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        await using var batch = await db.Database.BeginTransactionAsync(cancellationToken);
        foreach (var ((platform, community, channel), message) in dirty)
        {
            await db.WatchedChannels.Where(w => w.Platform == platform && w.Community == community && w.Channel == channel)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.LastHandled, message), cancellationToken);
        }

        await batch.CommitAsync(cancellationToken);
    }

    // A mark that was not written costs only a longer reading back: the next batch has a newer one.
    private async Task TryFlushAsync()
    {
        try
        {
            await FlushAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Log.NotWritten(logger, failure.GetType().Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "How far channels were read could not be written ({Exception}); the next batch is in a few seconds.")]
        public static partial void NotWritten(ILogger logger, string exception);
    }
}
