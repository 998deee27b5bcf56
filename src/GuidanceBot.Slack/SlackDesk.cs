using System.Collections.Concurrent;
using System.Threading.Channels;
using GuidanceBot.Slack.Events;
using GuidanceBot.Slack.Interactions;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Wire;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Slack;

/// <summary>Takes what comes over the sockets: acknowledges first, then hands events to one worker in their order, and what people do and wait for to a task of its own.</summary>
internal sealed partial class SlackDesk(EventHandling events, InteractionHandling interactions, FormHandling forms, Suggestions suggestions, SeenEvents seen, SlackSelfHolder self, ILogger<SlackDesk> logger) : ISocketDesk
{
    // Far more than a workspace writes in the time a message takes. When it is full an event is not acknowledged, and Slack brings it again.
    private const int MostWaiting = 10_000;

    private readonly Channel<SlackEvent> _waiting = Channel.CreateBounded<SlackEvent>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ConcurrentDictionary<Task, byte> _running = new();

    /// <inheritdoc/>
    public async ValueTask TakeAsync(Envelope envelope, Acknowledge acknowledge, CancellationToken cancellationToken)
    {
        switch (envelope.Type)
        {
            case "events_api":
                using (envelope)
                    await TakeEventAsync(envelope, acknowledge, cancellationToken);
                break;
            case "interactive" when envelope.Payload.Text("type") == "view_submission":
                Start(envelope, token => forms.SubmittedAsync(envelope.Payload, acknowledge, token), cancellationToken);
                break;
            case "interactive" when envelope.Payload.Text("type") == "block_suggestion":
                Start(envelope, token => suggestions.OfferAsync(envelope.Payload, acknowledge, token), cancellationToken);
                break;
            case "interactive" or "slash_commands":
                await acknowledge(default, cancellationToken);
                Start(envelope, token => interactions.HappenedAsync(envelope.Type, envelope.Payload, token), cancellationToken);
                break;
            default:
                using (envelope)
                    await acknowledge(default, cancellationToken);
                break;
        }
    }

    /// <summary>Handles events one after another until told to stop, then what is left for some seconds more.</summary>
    public async Task RunAsync(CancellationToken stopping, CancellationToken patience)
    {
        await using var closing = stopping.Register(() => _waiting.Writer.TryComplete());
        await foreach (var happened in _waiting.Reader.ReadAllAsync(patience))
            await GuardAsync(token => events.HandleAsync(happened, token), patience);
        await Task.WhenAll(_running.Keys).WaitAsync(patience);
    }

    private async ValueTask TakeEventAsync(Envelope envelope, Acknowledge acknowledge, CancellationToken cancellationToken)
    {
        var read = self.Current is { } me ? EventReader.Read(envelope.Payload, me.User) : null;
        if (read is null || !seen.IsNew(envelope.Payload.Text("event_id") is { Length: > 0 } id ? id : read.Identity) || !seen.IsNew(read.Identity))
        {
            await acknowledge(default, cancellationToken);
            return;
        }

        if (_waiting.Writer.TryWrite(read))
            await acknowledge(default, cancellationToken);
        else
            seen.Forget(envelope.Payload.Text("event_id"), read.Identity);
    }

    private void Start(Envelope envelope, Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        var running = Task.Run(
            async () =>
            {
                using (envelope)
                    await GuardAsync(work, CancellationToken.None);
            },
            cancellationToken);
        _running[running] = 0;
        _ = running.ContinueWith(done => _running.TryRemove(done, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    private async Task GuardAsync(Func<CancellationToken, Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work(cancellationToken);
        }
        catch (Exception surprise) when (surprise is not OperationCanceledException)
        {
            // One happening must not stop the next. Its message may quote somebody: only its type is logged.
            Log.Failed(logger, surprise.GetType().Name, surprise.StackTrace);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Handling what Slack sent failed with {Exception} at {StackTrace}")]
        public static partial void Failed(ILogger logger, string exception, string? stackTrace);
    }
}
