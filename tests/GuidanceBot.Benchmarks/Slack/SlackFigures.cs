using System.Diagnostics;
using System.Globalization;

namespace GuidanceBot.Benchmarks.Slack;

/// <summary>Our adapter, which reads and screens every message, beside @slack/bolt, which only counts: envelopes a second, latency of acknowledgements, peak memory. Each in its own process.</summary>
internal static class SlackFigures
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is ["client", var address])
            return await SlackClient.RunAsync(address);

        var count = arguments is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 100_000;
        var root = Root();
        await MeasureAsync("GuidanceBot, screening", count, at => [Environment.ProcessPath!, "slack", "client", at]);
        if (Directory.Exists(Path.Combine(root, "tests/peers/slack/node_modules/@slack/bolt")))
            await MeasureAsync("@slack/bolt, counting", count, at => ["node", Path.Combine(root, "tests/peers/slack/count.mjs"), at]);
        else
            Console.WriteLine("@slack/bolt is not installed: run npm ci in tests/peers/slack.");
        return 0;
    }

    private static async Task MeasureAsync(string name, int count, Func<string, string[]> command)
    {
        await using var source = await EnvelopeSource.StartAsync();
        var words = command(source.Address);
        using var client = Process.Start(new ProcessStartInfo(words[0], words.Skip(1)))!; // a program that is there starts
        await source.SendAsync(20_000, window: 100, perSecond: 0); // warm, so that neither side is still compiling
        var (_, latency) = await source.SendAsync(20_000, window: 1000, perSecond: 1000);
        var (took, _) = await source.SendAsync(count, window: 1000, perSecond: 0);
        var peak = File.ReadLines($"/proc/{client.Id}/status").First(l => l.StartsWith("VmHWM", StringComparison.Ordinal)).Split(':')[1].Trim();
        Array.Sort(latency);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-24} {count / took.TotalSeconds,9:N0} envelopes/s   ack median {latency[latency.Length / 2]:0.00} ms, p99 {latency[latency.Length * 99 / 100]:0.00} ms at 1,000/s   peak {peak}"));
        client.Kill();
        await client.WaitForExitAsync();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GuidanceBot.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("Run it in the project's folder.");
    }
}
