using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Access;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;

namespace GuidanceBot.Discord.Messages;

/// <summary>Reads messages that stand on Discord: one as it is now, or all since a moment, the threads of the channel among them.</summary>
internal sealed class History(DiscordRest rest, ChannelMap channels, ChannelThreads threads, ChannelRights rights, MessageIntake intake)
{
    private const int Page = 100;

    // Forums and media channels.
    private static readonly int[] Forums = [15, 16];

    /// <summary>A message as it stands now.</summary>
    public async Task<Found> FindAsync(MessageAddress address, CancellationToken cancellationToken)
    {
        var answer = await rest.AskAsync(Call.Get($"channels/{address.Channel.Channel}/messages/{address.Message}"), cancellationToken);
        return answer.Ok ? new Found(Outcome.Done, MessageIntake.Translate(Read(answer.Body, address.Channel), channels)) : new Found(answer.Outcome);
    }

    /// <summary>What was written in the channel and its threads after a message, oldest first.</summary>
    /// <exception cref="HttpRequestException">Discord did not answer, or does not let the bot read here, so that something may be missing.</exception>
    public async IAsyncEnumerable<ChatMessage> ReadSinceAsync(ChannelAddress channel, ulong after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await LookAtAsync(channel, cancellationToken) is not { } here)
            yield break;
        var places = new List<ChannelAddress>();
        await foreach (var thread in threads.WrittenInSinceAsync(channel, after, cancellationToken))
            places.Add(thread);
        // What a forum calls its last message is its last thread: it has no messages of its own.
        if (!Forums.Contains(here.Number("type") ?? 0) && here.Id("last_message_id") > after)
            places.Add(channel);

        // Merged by id, which is by time: how far we have read is told by one number for them all.
        var heads = new List<IAsyncEnumerator<ChatMessage>>();
        try
        {
            foreach (var place in places)
            {
                var head = ReadOneAsync(place, after, cancellationToken).GetAsyncEnumerator(cancellationToken);
                heads.Add(head);
                if (await head.MoveNextAsync())
                    continue;
                heads.Remove(head);
                // Whoever lacks the right to read back is shown an empty channel instead of a refusal.
                if (place == channel && !await rights.MayReadBackAsync(channel, cancellationToken))
                    throw new HttpRequestException("Discord does not let the bot read back a channel that it should read.");
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

    // Null where the channel went: then there is nothing to read, now or later.
    private async Task<JsonElement?> LookAtAsync(ChannelAddress channel, CancellationToken cancellationToken)
    {
        var here = await rest.AskAsync(Call.Get($"channels/{channel.Channel}"), cancellationToken);
        return here.Outcome switch
        {
            Outcome.Done => here.Body,
            Outcome.Gone => null,
            _ => throw new HttpRequestException($"Discord answered a look at a channel with {(int)here.Status}."),
        };
    }

    private static bool MayRead(Answer answer) => answer.Outcome switch
    {
        Outcome.Done => true,
        // A thread went, or was closed to us: there is nothing to read here, now or later.
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
