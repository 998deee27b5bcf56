using System.Globalization;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Gateway;
using GuidanceBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Discord.Messages;

/// <summary>Hands messages to the core, in order within each channel. What does not fit, or could not be handled, is read back from Discord later: nothing is lost.</summary>
internal sealed partial class MessageQueue
{
    private const int MostWaiting = 20_000;
    private const int NearlyFull = 15_000;
    private const int Long = 256;
    private const int SideBySide = 32;

    private readonly MessageDoor _door;
    private readonly ChannelMap _channels;
    private readonly DiscordRest _rest;
    private readonly Missed _missed;
    private readonly ILogger<MessageQueue> _logger;
    private readonly CancellationTokenSource _stopping = new();
    private readonly OrderedQueues<Happening> _queues;

    public MessageQueue(MessageDoor door, ChannelMap channels, DiscordRest rest, Missed missed, ILogger<MessageQueue> logger)
    {
        (_door, _channels, _rest, _missed, _logger) = (door, channels, rest, missed, logger);
        _queues = new OrderedQueues<Happening>(HandleAsync, MostWaiting, SideBySide, _stopping.Token);
    }

    /// <summary>How much waits. Slowing down when it is nearly full costs less than reading back what does not fit.</summary>
    public Backlog Backlog => _queues.Waiting switch
    {
        > NearlyFull => Backlog.NearlyFull,
        > Long => Backlog.Long,
        _ => Backlog.Short,
    };

    /// <summary>Queues a message, if it is one for us.</summary>
    public void Put(ChatMessage? message)
    {
        if (message is not null && !_queues.TryPut(DiscordNames.Number(message.Address.Channel.Channel), new Happening(message, default)))
            _missed.In(message.Watched);
    }

    public void PutDeleted(ulong guild, ulong channel, ulong message)
    {
        var place = _channels.Guess(guild, channel);
        var address = new MessageAddress(place.Address, message.ToString(CultureInfo.InvariantCulture));
        if (!_queues.TryPut(channel, new Happening(null, address)))
            _missed.In(place.Parent ?? place.Address);
    }

    /// <summary>Events went by that nobody will repeat.</summary>
    public void SessionWasLost() => _missed.Everywhere();

    /// <summary>Stops handling; what still waits is read back after the next start.</summary>
    public void Stop() => _stopping.Cancel();

    private async ValueTask HandleAsync(Happening happening, CancellationToken cancellationToken)
    {
        try
        {
            var handled = happening.Said is { } message
                ? await _door.Read(await PlaceAsync(message, cancellationToken), cancellationToken)
                : await _door.Forget(happening.Deleted, cancellationToken);
            if (!handled)
                _missed.In(happening.Said?.Watched ?? happening.Deleted.Channel);
        }
        catch (Exception surprise) when (surprise is not OperationCanceledException)
        {
            // One message must not stop its channel's queue.
            Log.Failed(_logger, surprise.GetType().Name, surprise.StackTrace);
        }
    }

    // A thread that nobody told of: its channel decides whether it is read.
    private async ValueTask<ChatMessage> PlaceAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        var id = DiscordNames.Number(message.Address.Channel.Channel);
        if (_channels.Find(id) is not { Sure: false } guessed)
            return message.Parent is null && _channels.Find(id)?.Parent is { } learnt ? message with { Parent = learnt } : message;

        var answer = await _rest.AskAsync(Call.Get($"channels/{id}"), cancellationToken);
        return answer.Ok ? message with { Parent = _channels.Learn(guessed.Guild, answer.Body).Parent } : message;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "Taking in a message failed with {Exception} at {StackTrace}")]
        public static partial void Failed(ILogger logger, string exception, string? stackTrace);
    }
}
