using System.Runtime.CompilerServices;
using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Events;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Platform;

/// <summary>Reads what stands in channels. Slack lists a channel newest first and its threads apart.</summary>
internal sealed class History(SlackApi api, SlackSelfHolder self)
{
    // A thread whose first message is older is not looked for: Slack lists no threads by their newest answer.
    private const int DaysOfThreads = 2;

    /// <summary>A message as it stands now.</summary>
    public async Task<Found> ReadAsync(MessageAddress message, CancellationToken cancellationToken)
    {
        var (channel, ts) = (message.Channel.Channel, message.Message);
        var pages = new List<SlackAnswer>();
        await foreach (var page in api.HistoryAsync(channel, ts, ts, inclusive: true, cancellationToken))
            pages.Add(page);
        if (pages.Find(p => !p.Ok) is { } refused)
            return new Found(refused.Outcome);
        if (At(pages, ts) is { ValueKind: JsonValueKind.Object } top)
            return Read(top, message);

        // Answers in threads are not in the channel's own list.
        await foreach (var page in api.RepliesAsync(channel, ts, null, cancellationToken))
        {
            if (!page.Ok)
                return new Found(page.Outcome);
            if (At([page], ts) is { ValueKind: JsonValueKind.Object } reply)
                return Read(reply, message);
        }

        return new Found(Outcome.Gone);
    }

    /// <summary>What people wrote after a message, oldest first, threads included.</summary>
    /// <exception cref="HttpRequestException">Slack refused to show it, or part of it; what it did show was handed out first.</exception>
    public async IAsyncEnumerable<ChatMessage> ReadSinceAsync(ChannelAddress channel, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var refused = "";
        var found = new List<JsonElement>();
        var threads = new List<string>();
        await foreach (var page in api.HistoryAsync(channel.Channel, after is null ? null : Timestamps.Before(after, DaysOfThreads), null, inclusive: false, cancellationToken))
        {
            refused = page.Error;
            found.AddRange(page.Messages().Where(m => after is null || Timestamps.IsAfter(m.Text("ts"), after)));
            threads.AddRange(page.Messages().Where(m => m.Text("latest_reply") is { Length: > 0 } latest && (after is null || Timestamps.IsAfter(latest, after))).Select(m => m.Text("ts")));
        }

        foreach (var thread in threads)
        {
            await foreach (var page in api.RepliesAsync(channel.Channel, thread, after, cancellationToken))
            {
                refused = page.Ok ? refused : page.Error;
                found.AddRange(page.Messages().Where(m => m.Text("ts") != thread && (after is null || Timestamps.IsAfter(m.Text("ts"), after))));
            }
        }

        // What a thread repeats to its channel stands in both lists.
        foreach (var message in found.DistinctBy(m => m.Text("ts")).OrderBy(m => m.Text("ts"), StringComparer.Ordinal))
        {
            if (MessageReading.Read(message, channel, isDirect: false, self.Current?.User ?? "") is { } read)
                yield return read;
        }

        if (refused.Length > 0)
            throw new HttpRequestException($"Slack did not show all of a channel's messages ({refused}).");
    }

    private Found Read(JsonElement message, MessageAddress address) =>
        MessageReading.Read(message, address.Channel, address.Channel.Channel.StartsWith('D'), self.Current?.User ?? "") is { } read
            ? new Found(Outcome.Done, read)
            : new Found(Outcome.Gone);

    private static JsonElement At(IEnumerable<SlackAnswer> pages, string ts) => pages.SelectMany(p => p.Messages()).FirstOrDefault(m => m.Text("ts") == ts);
}
