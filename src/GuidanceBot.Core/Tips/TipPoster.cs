using System.Threading.Channels;
using GuidanceBot.Chat;
using GuidanceBot.Guidance;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Tips;

/// <summary>Posts claimed tips side by side, and records each as soon as it stands.</summary>
internal sealed partial class TipPoster(ChatPlatforms platforms, TakeawayPack guidance, TipRecord record, TimeProvider clock, ILogger<TipPoster> logger)
{
    // Side by side on one platform: enough for a hundred places within a second, few enough for its limits.
    private const int AtOnce = 32;

    private static readonly TimeSpan LongestPost = TimeSpan.FromSeconds(30);

    /// <summary>Posts them and answers with how each went. Stops early only when cancelled; then the ledger's rows are tried again later.</summary>
    public async Task<IReadOnlyList<PostedSlot>> PostAsync(IReadOnlyList<ClaimedSlot> claimed, CancellationToken cancellationToken)
    {
        if (claimed.Count == 0)
            return [];

        var done = Channel.CreateUnbounded<PostedSlot>();
        var posting = PostAllAsync(claimed, done.Writer, cancellationToken);
        var results = new List<PostedSlot>(claimed.Count);
        try
        {
            while (await done.Reader.WaitToReadAsync(cancellationToken))
            {
                var finished = new List<PostedSlot>();
                while (done.Reader.TryRead(out var one))
                    finished.Add(one);
                await record.SaveAsync(finished, clock.GetUtcNow(), cancellationToken);
                results.AddRange(finished);
            }
        }
        finally
        {
            // Whoever stops us finds no post still under way behind their back.
            await posting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await posting;
        return results;
    }

    private async Task PostAllAsync(IReadOnlyList<ClaimedSlot> claimed, ChannelWriter<PostedSlot> done, CancellationToken cancellationToken)
    {
        try
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };
            await Task.WhenAll(claimed.GroupBy(c => c.Channel.Platform).Select(platform =>
                Parallel.ForEachAsync(platform, options, async (slot, token) => done.TryWrite(new PostedSlot(slot, await PostAsync(slot, token))))));
        }
        finally
        {
            done.Complete();
        }
    }

    private async Task<Posted> PostAsync(ClaimedSlot slot, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(LongestPost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await platforms[slot.Channel.Platform].PostAsync(slot.Channel, TipCard.Of(slot.Tip, guidance), slot.Posting.Key, silent: true, either.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // One place must not keep the others from their tip; it is tried again like any refusal.
            Log.Failed(logger, slot.Channel, failure.GetType().Name, failure.StackTrace);
            return new Posted(Outcome.Failed);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Posting a tip in {Channel} failed with {Exception} and will be tried again. {StackTrace}")]
        public static partial void Failed(ILogger logger, ChannelAddress channel, string exception, string? stackTrace);
    }
}

/// <summary>How posting a claimed slot went.</summary>
internal sealed record PostedSlot(ClaimedSlot Slot, Posted Result);
