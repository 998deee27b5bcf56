using System.Collections.Concurrent;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Tests.SocketMode;

/// <summary>Acknowledges everything and remembers it.</summary>
internal sealed class CountingDesk : ISocketDesk
{
    public ConcurrentQueue<string> EventIds { get; } = new();

    public async ValueTask TakeAsync(Envelope envelope, Acknowledge acknowledge, CancellationToken cancellationToken)
    {
        using (envelope)
        {
            EventIds.Enqueue(envelope.Payload.Text("event_id"));
            await acknowledge(default, cancellationToken);
        }
    }
}
