using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Cards;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Platform;

/// <summary>
/// Posts cards once. Slack has no idempotency of its own: the key stands in the message's metadata, and is looked for before anything is posted.
/// Without screening the bot has no right to look. There it writes down that it tries, and tries only once what may have been posted: a tip may then be missing, and never stands twice.
/// </summary>
internal sealed class OwnPosts(SlackApi api, SlackSelfHolder self, AnsweredOnce tried)
{
    private const string EventType = "guidancebot_post";
    private const int MostPages = 2;

    // Spares the looking where this process posted it itself.
    private const int MostRemembered = 1000;
    private readonly ConcurrentDictionary<(ChannelAddress, PostKey), MessageAddress> _posted = new();

    /// <summary>Posts the card, or finds it posted.</summary>
    public async Task<Posted> PostAsync(ChannelAddress channel, string preview, Card card, PostKey key, CancellationToken cancellationToken)
    {
        if (_posted.TryGetValue((channel, key), out var known))
            return Posted.At(known);
        var (found, readable) = await FindAsync(channel, key, cancellationToken);
        if (found is not null)
            return Posted.At(found.Value);
        if (readable is Outcome.Failed or Outcome.Gone)
            return new Posted(readable); // whether it stands there already cannot be told now
        var (blind, name) = (readable is not Outcome.Done, $"post {channel.Community} {channel.Channel} {key}");
        if (blind && !await tried.IsFirstAsync(channel.Platform, name, cancellationToken))
            return new Posted(Outcome.Done);

        var metadata = new JsonObject { ["event_type"] = EventType, ["event_payload"] = new JsonObject { ["key"] = key.Value } }.ToJsonString(JsonWriting.Relaxed);
        var answer = await api.PostAsync(channel.Channel, preview, BlockKit.Message(card).ToJsonString(JsonWriting.Relaxed), metadata, null, cancellationToken);
        if (answer.Ok)
            return Posted.At(Remember(channel, key, answer.Body.Text("ts")));
        if (blind && (answer.Outcome is not Outcome.Failed || answer.RetryAfter is not null))
            await tried.ForgetAsync(channel.Platform, name, cancellationToken); // refused, so surely not posted
        if (blind || answer.Outcome is not Outcome.Failed)
            return new Posted(answer.Outcome);

        // The answer may have got lost on its way back.
        (found, _) = await FindAsync(channel, key, cancellationToken);
        return found is { } stands ? Posted.At(stands) : new Posted(Outcome.Failed);
    }

    private MessageAddress Remember(ChannelAddress channel, PostKey key, string ts)
    {
        if (_posted.Count >= MostRemembered)
            _posted.Clear();
        return _posted[(channel, key)] = new MessageAddress(channel, ts);
    }

    private async Task<(MessageAddress? Found, Outcome Readable)> FindAsync(ChannelAddress channel, PostKey key, CancellationToken cancellationToken)
    {
        var pages = 0;
        await foreach (var page in api.HistoryAsync(channel.Channel, null, null, inclusive: false, cancellationToken))
        {
            if (!page.Ok)
                return (null, page.Outcome);
            foreach (var message in page.Messages().Where(m => m.Text("user") == self.Current?.User))
            {
                if (message.Text("metadata", "event_type") == EventType && message.Text("metadata", "event_payload", "key") == key.Value)
                    return (new MessageAddress(channel, message.Text("ts")), Outcome.Done);
            }

            if (++pages == MostPages)
                break;
        }

        return (null, Outcome.Done);
    }
}
