using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using GuidanceBot.Discord;
using GuidanceBot.Discord.Gateway;
using GuidanceBot.Discord.Messages;
using GuidanceBot.Screening;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Benchmarks.Discord;

/// <summary>The adapter with screening and nothing else, in a process of its own: counts what it takes to take in so many messages.</summary>
internal static class AdapterRun
{
    /// <summary>Without <paramref name="packs"/> it counts only, as discord.js does.</summary>
    public static async Task<int> RunAsync(int port, int events, string? packs)
    {
        var screener = packs is null ? null : new Screener(RulePack.Parse(Directory.EnumerateFiles(packs, "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))));
        // As the bot does once it is up.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        var all = new TaskCompletionSource();
        var (seen, flagged, started, cpu, allocated) = (0, 0, 0L, TimeSpan.Zero, 0L);
        var halfway = 0L;
        var door = new MessageDoor(
            (message, _) =>
            {
                var count = Interlocked.Increment(ref seen);
                if (count == 1)
                    (started, cpu, allocated) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, GC.GetTotalAllocatedBytes());
                if (screener?.Examine(message.Text, message.Attachments).Findings.Count > 0)
                    Interlocked.Increment(ref flagged);
                if (count == events / 2)
                    halfway = Environment.WorkingSet;
                if (count == events)
                    all.TrySetResult();
                return Task.FromResult(true);
            },
            (_, _) => Task.FromResult(true));

        // Neither REST nor the core takes part: every channel is known from the start, and nothing is missed.
        var channels = new ChannelMap();
        var queue = new MessageQueue(door, channels, null!, null!, NullLogger<MessageQueue>.Instance);
        var adapter = new DiscordEvents(queue, new MessageIntake(channels, readBots: false), channels, null!, null!, null!, NullLogger<DiscordEvents>.Instance);
        var identity = new GatewayIdentity("token", Intents.Screening, 0, 1, Compress: false, "DiscordBot (benchmark, 1)");
        using var stop = new CancellationTokenSource();
        var shard = new Shard(identity, new Uri($"ws://127.0.0.1:{port}/"), new IdentifyGate(TimeProvider.System), adapter, TimeProvider.System, NullLogger.Instance).RunAsync(stop.Token);
        await all.Task;

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            client = packs is null ? "GuidanceBot (adapter, counting only)" : "GuidanceBot (adapter and screening)",
            eventsPerSecond = Math.Round(events / seconds),
            cpuSeconds = Math.Round((Environment.CpuUsage.TotalTime - cpu).TotalSeconds, 2),
            peakMB = PeakMB(),
            halfwayMB = halfway / 1024 / 1024,
            bytesPerEvent = (GC.GetTotalAllocatedBytes() - allocated) / events,
            findings = flagged,
        }));
        await stop.CancelAsync();
        await shard;
        return 0;
    }

    private static int PeakMB() => File.ReadLines("/proc/self/status")
        .Where(l => l.StartsWith("VmHWM", StringComparison.Ordinal))
        .Select(l => int.Parse(l.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024)
        .FirstOrDefault();
}
