using System.Globalization;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;

namespace GuidanceBot.Discord.Messages;

/// <summary>Finds the threads of a channel in which something was written since a message: those still open, those put away meanwhile, and private ones that the bot is in. Other private threads are closed to the bot at any time.</summary>
internal sealed class ChannelThreads(DiscordRest rest, ChannelMap channels)
{
    private const int Page = 100;

    /// <exception cref="HttpRequestException">Discord did not answer, so that a thread may be missing.</exception>
    public async IAsyncEnumerable<ChannelAddress> WrittenInSinceAsync(ChannelAddress channel, ulong after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (channel.Community == DiscordNames.Direct)
            yield break;

        // The same thread may be open on one list and, a moment later, put away on the next.
        var seen = new HashSet<ulong>();
        await foreach (var thread in EachAsync(channel, after, cancellationToken))
        {
            if (thread.Id("parent_id") != DiscordNames.Number(channel.Channel) || thread.Text("id") is not { } id || thread.Id("last_message_id") <= after || !seen.Add(thread.Id("id")))
                continue;
            channels.Learn(DiscordNames.Number(channel.Community), thread);
            yield return channel with { Channel = id };
        }
    }

    private async IAsyncEnumerable<JsonElement> EachAsync(ChannelAddress channel, ulong after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var thread in (await AskAsync($"guilds/{channel.Community}/threads/active", cancellationToken)).Items("threads"))
            yield return thread;

        // Newest first by when they were put away: nothing was written in a thread after that.
        var since = DiscordNames.MadeAt(after);
        await foreach (var thread in PagesAsync($"channels/{channel.Channel}/threads/archived/public", PutAwayAt, cancellationToken))
        {
            if (Moment(PutAwayAt(thread)) < since)
                break;
            yield return thread;
        }

        await foreach (var thread in PagesAsync($"channels/{channel.Channel}/users/@me/threads/archived/private", thread => thread.Text("id"), cancellationToken))
            yield return thread;
    }

    private async IAsyncEnumerable<JsonElement> PagesAsync(string path, Func<JsonElement, string?> place, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? before = null;
        while (true)
        {
            var page = await AskAsync($"{path}?limit={Page}{(before is null ? "" : $"&before={Uri.EscapeDataString(before)}")}", cancellationToken);
            var threads = page.Items("threads").ToList();
            foreach (var thread in threads)
                yield return thread;

            // Whatever Discord sends, the next page begins elsewhere.
            if (!page.Flag("has_more") || threads.Count == 0 || place(threads[^1]) is not { } next || next == before)
                yield break;
            before = next;
        }
    }

    // A voice channel has no threads and a forum no private ones, and each says so with an error of its own.
    private async Task<JsonElement> AskAsync(string path, CancellationToken cancellationToken)
    {
        var answer = await rest.AskAsync(Call.Get(path), cancellationToken);
        return answer.Status is 0 or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
            ? throw new HttpRequestException("Discord did not tell the threads of a channel.")
            : answer.Body;
    }

    private static string? PutAwayAt(JsonElement thread) => thread.At("thread_metadata")?.Text("archive_timestamp");

    private static DateTimeOffset Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : DateTimeOffset.MaxValue;
}
