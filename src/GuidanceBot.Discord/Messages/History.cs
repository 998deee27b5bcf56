using System.Net;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;

namespace GuidanceBot.Discord.Messages;

/// <summary>Reads messages that stand on Discord: one as it is now, or all since a moment, the threads of the channel among them.</summary>
internal sealed class History(DiscordRest rest, ChannelMap channels, MessageIntake intake)
{
    private const int Page = 100;

    /// <summary>A message as it stands now.</summary>
    public async Task<Found> FindAsync(MessageAddress address, CancellationToken cancellationToken)
    {
        var answer = await rest.AskAsync(Call.Get($"channels/{address.Channel.Channel}/messages/{address.Message}"), cancellationToken);
        return answer.Ok ? new Found(Outcome.Done, MessageIntake.Translate(Read(answer.Body, address.Channel), channels)) : new Found(answer.Outcome);
    }

    /// <summary>What was written in the channel and its threads after a message, oldest first.</summary>
    /// <exception cref="HttpRequestException">Discord did not answer, so that something may be missing.</exception>
    public async IAsyncEnumerable<ChatMessage> ReadSinceAsync(ChannelAddress channel, ulong after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var places = new List<ChannelAddress> { channel };
        await foreach (var thread in ThreadsAsync(channel, after, cancellationToken))
            places.Add(thread);

        // Merged by id, which is by time: how far we have read is told by one number for them all.
        var heads = new List<IAsyncEnumerator<ChatMessage>>();
        try
        {
            foreach (var place in places)
            {
                var head = ReadOneAsync(place, after, cancellationToken).GetAsyncEnumerator(cancellationToken);
                heads.Add(head);
                if (!await head.MoveNextAsync())
                    heads.Remove(head);
            }

            while (heads.MinBy(h => DiscordNames.Number(h.Current.Address.Message)) is { } oldest)
            {
                yield return oldest.Current;
                if (!await oldest.MoveNextAsync())
                    heads.Remove(oldest);
            }
        }
        finally
        {
            foreach (var head in heads)
                await head.DisposeAsync();
        }
    }

    private async IAsyncEnumerable<ChatMessage> ReadOneAsync(ChannelAddress channel, ulong after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var answer = await rest.AskAsync(Call.Get($"channels/{channel.Channel}/messages?limit={Page}&after={after}"), cancellationToken);
            if (!MayRead(answer))
                yield break;

            var page = answer.Body.Each().Select(json => Read(json, channel)).OrderBy(m => m.Id).ToList();
            foreach (var data in page)
            {
                if (intake.Take(data, isEdit: false) is { } message)
                    yield return message;
            }

            // Whatever Discord sends, the next page lies further on.
            if (page.Count < Page || page[^1].Id <= after)
                yield break;
            after = page[^1].Id;
        }
    }

    private async IAsyncEnumerable<ChannelAddress> ThreadsAsync(ChannelAddress channel, ulong after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (channel.Community == DiscordNames.Direct)
            yield break;

        var active = await rest.AskAsync(Call.Get($"guilds/{channel.Community}/threads/active"), cancellationToken);
        var archived = await rest.AskAsync(Call.Get($"channels/{channel.Channel}/threads/archived/public?limit={Page}"), cancellationToken);
        // A voice channel has no threads, and says so with an error of its own.
        if (!MayRead(active) || archived.Status is 0 or >= HttpStatusCode.InternalServerError)
            throw new HttpRequestException("Discord did not tell the threads of a channel.");

        foreach (var thread in active.Body.Items("threads").Concat(archived.Body.Items("threads")))
        {
            if (thread.Text("parent_id") != channel.Channel || thread.Text("id") is not { } id || thread.Id("last_message_id") <= after)
                continue;
            channels.Learn(DiscordNames.Number(channel.Community), thread);
            yield return channel with { Channel = id };
        }
    }

    private static bool MayRead(Answer answer) => answer.Outcome switch
    {
        Outcome.Done => true,
        // The channel went, or is closed to us: there is nothing to read here, now or later.
        Outcome.Gone or Outcome.NotPermitted => false,
        _ => throw new HttpRequestException($"Discord answered a reading back with {(int)answer.Status}."),
    };

    private static MessageData Read(JsonElement json, ChannelAddress channel)
    {
        var data = MessageReader.Read(JsonMarshal.GetRawUtf8Value(json));
        data.Channel = DiscordNames.Number(channel.Channel);
        data.Guild = DiscordNames.Number(channel.Community);
        return data;
    }
}
