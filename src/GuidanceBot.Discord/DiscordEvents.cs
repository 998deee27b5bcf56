using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Gateway;
using GuidanceBot.Discord.Interactions;
using GuidanceBot.Discord.Joining;
using GuidanceBot.Discord.Messages;
using GuidanceBot.Discord.Reading;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Discord;

/// <summary>Sorts what the gateway tells: messages into their channel's queue, interactions to their handler, the rest into what we know of channels and communities. Runs on the read loop, so it never waits.</summary>
internal sealed partial class DiscordEvents(
    MessageQueue messages, MessageIntake intake, ChannelMap channels, InteractionHandler interactions, Greeter greeter, Inbox inbox, ILogger<DiscordEvents> logger) : IGatewayListener
{
    private readonly ConcurrentDictionary<int, bool> _begun = new();
    private readonly ConcurrentDictionary<ulong, bool> _communities = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    /// <summary>Ends with the bot.</summary>
    public CancellationToken Stopping { get; set; }

    public Backlog Backlog => messages.Backlog;

    public void Heard(int shard, Payload payload)
    {
        var name = payload.Name;
        if (name.SequenceEqual("MESSAGE_CREATE"u8))
            messages.Put(intake.Take(MessageReader.Read(payload.Data), isEdit: false));
        else if (name.SequenceEqual("MESSAGE_UPDATE"u8))
            messages.Put(intake.Take(MessageReader.Read(payload.Data), isEdit: true));
        else if (name.SequenceEqual("TYPING_START"u8) || name.SequenceEqual("PRESENCE_UPDATE"u8))
            return;
        else
            HeardRarely(shard, System.Text.Encoding.ASCII.GetString(name), payload);
    }

    /// <summary>Waits for the answers that are being given.</summary>
    public Task DrainAsync() => Task.WhenAll(_running.Keys);

    private void HeardRarely(int shard, string name, Payload payload)
    {
        using var document = payload.Document();
        var data = document.RootElement;
        switch (name)
        {
            case "READY":
                Begin(shard, data);
                break;
            case "INTERACTION_CREATE":
                var interaction = data.Clone();
                Run(() => interactions.HandleAsync(interaction, Stopping));
                break;
            case "MESSAGE_DELETE":
                messages.PutDeleted(data.Id("guild_id"), data.Id("channel_id"), data.Id("id"));
                break;
            case "MESSAGE_DELETE_BULK":
                foreach (var id in data.Items("ids"))
                    messages.PutDeleted(data.Id("guild_id"), data.Id("channel_id"), DiscordNames.Number(id.AsText()));
                break;
            case "GUILD_CREATE":
                Joined(data);
                break;
            case "GUILD_DELETE" when !data.Flag("unavailable"):
                Left(data.Id("id"));
                break;
            case "CHANNEL_CREATE" or "CHANNEL_UPDATE" or "THREAD_CREATE" or "THREAD_UPDATE":
                channels.Learn(data.Id("guild_id"), data);
                break;
            case "CHANNEL_DELETE" or "THREAD_DELETE":
                channels.Forget(data.Id("id"));
                break;
            case "THREAD_LIST_SYNC":
                foreach (var thread in data.Items("threads"))
                    channels.Learn(data.Id("guild_id"), thread);
                break;
        }
    }

    private void Begin(int shard, JsonElement ready)
    {
        foreach (var guild in ready.Items("guilds"))
            _communities[guild.Id("id")] = true;
        // The first session of a run is caught up with by every start; a later one means that we were away.
        if (!_begun.TryAdd(shard, true))
            messages.SessionWasLost();
        Log.Began(logger, shard, ready.Items("guilds").Count());
    }

    private void Joined(JsonElement guild)
    {
        channels.LearnGuild(guild);
        // Those we were in already are told at the beginning of a session; this one is new.
        if (!_communities.TryAdd(guild.Id("id"), true))
            return;
        var joined = guild.Clone();
        Run(() => greeter.GreetAsync(joined, Stopping));
    }

    private void Left(ulong guild)
    {
        _communities.TryRemove(guild, out _);
        channels.ForgetGuild(guild);
        var community = new CommunityAddress(DiscordNames.Platform, guild.ToString(CultureInfo.InvariantCulture));
        Run(() => inbox.LeftAsync(community, Stopping));
    }

    private void Run(Func<Task> work)
    {
        var running = Task.Run(work, Stopping);
        _running.TryAdd(running, true);
        _ = running.ContinueWith(
            done =>
            {
                _running.TryRemove(done, out _);
                if (done.Exception?.InnerException is { } surprise)
                    Log.Failed(logger, surprise.GetType().Name, surprise.StackTrace);
            },
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Shard {Shard} began a session with {Communities} communities.")]
        public static partial void Began(ILogger logger, int shard, int communities);

        [LoggerMessage(2, LogLevel.Error, "Answering Discord failed with {Exception} at {StackTrace}")]
        public static partial void Failed(ILogger logger, string exception, string? stackTrace);
    }
}
