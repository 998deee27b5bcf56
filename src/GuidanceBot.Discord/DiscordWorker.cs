using GuidanceBot.Chat;
using GuidanceBot.Discord.Gateway;
using GuidanceBot.Discord.Interactions;
using GuidanceBot.Discord.Messages;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Discord;

/// <summary>Runs the bot on Discord from start to stop: asks who it is, tells its commands, keeps its shards connected.</summary>
internal sealed partial class DiscordWorker(
    DiscordOptions options, DiscordRest rest, DiscordSelf self, CommandRegistrar commands, DiscordEvents events, MessageQueue messages, MessageIntake intake, StoppedPlatforms stopped, TimeProvider clock, ILogger<DiscordWorker> logger) : BackgroundService
{
    // Switched on in the developer portal: for any bot, or for one in few communities.
    private const int MayReadContent = (1 << 18) | (1 << 19);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        events.Stopping = stoppingToken;
        try
        {
            if (await StopSentenceAsync(stoppingToken) is { } sentence)
            {
                Log.Stopped(logger, sentence);
                stopped.Add(DiscordNames.Platform, sentence);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // We were told to.
        }
        finally
        {
            messages.Stop();
            await events.DrainAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<string?> StopSentenceAsync(CancellationToken stopping)
    {
        if (await InsistAsync("users/@me", stopping) is not { } me || await InsistAsync("applications/@me", stopping) is not { } application)
            return CloseCodes.TokenRefused;

        intake.Self = me.Body.Id("id");
        self.Became(me.Body.Id("id"), options.ApplicationId ?? application.Body.Text("id") ?? "");
        await commands.RegisterAsync(self.Application, stopping);
        return await RunShardsAsync(IntentsFor(application), stopping);
    }

    private Intents IntentsFor(Answer application)
    {
        if (!options.Screening)
            return Intents.Answering;
        if (((application.Body.Number("flags") ?? 0) & MayReadContent) != 0)
            return Intents.Screening;

        // Commands and tips still work; a connection that asked for the text would be refused.
        Log.NoContent(logger);
        return Intents.Answering;
    }

    private async Task<string?> RunShardsAsync(Intents intents, CancellationToken stopping)
    {
        if (await InsistAsync("gateway/bot", stopping) is not { } gateway)
            return CloseCodes.TokenRefused;

        var gate = new IdentifyGate(clock);
        if (gateway.Body.At("session_start_limit") is { } limit)
            gate.Learn(limit.Number("max_concurrency") ?? 1, limit.Number("remaining") ?? 1, TimeSpan.FromMilliseconds(limit.Number("reset_after") ?? 0));
        var address = new Uri(gateway.Body.Text("url") ?? "wss://gateway.discord.gg");
        var count = Math.Max(1, options.Shards ?? gateway.Body.Number("shards") ?? 1);

        using var all = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        var shards = Enumerable.Range(0, count).Select(async i =>
        {
            var identity = new GatewayIdentity(options.Token, intents, i, count, options.Compress, options.UserAgent);
            var sentence = await new Shard(identity, address, gate, events, clock, logger).RunAsync(all.Token);
            // What one shard is refused for, all are.
            if (sentence is not null)
                await all.CancelAsync();
            return sentence;
        });
        return (await Task.WhenAll(shards)).FirstOrDefault(s => s is not null);
    }

    // Nothing works without the answer: asks until it comes. Null where the token is refused.
    private async Task<Answer?> InsistAsync(string path, CancellationToken stopping)
    {
        for (var failures = 1; ; failures++)
        {
            var answer = await rest.AskAsync(Call.Get(path), stopping);
            if (answer.Ok)
                return answer;
            if (rest.TokenRefused)
                return null;
            var wait = Backoff.Wait(failures, Random.Shared.NextDouble());
            Log.Unreachable(logger, wait.TotalSeconds);
            await Task.Delay(wait, clock, stopping);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Critical, "The bot left Discord: {Sentence} Everything else runs on.")]
        public static partial void Stopped(ILogger logger, string sentence);

        [LoggerMessage(2, LogLevel.Warning, "Discord does not let the bot read messages, so nothing there is screened. Switch on Message Content in the developer portal (Bot, Privileged Gateway Intents) and start again, or set Screening:Enabled to false.")]
        public static partial void NoContent(ILogger logger);

        [LoggerMessage(3, LogLevel.Warning, "Discord cannot be reached; trying again in {Seconds:0.0} s.")]
        public static partial void Unreachable(ILogger logger, double seconds);
    }
}
