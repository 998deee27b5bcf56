using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace GuidanceBot.Benchmarks.Discord;

/// <summary>
/// <c>discord [EVENTS] [GUILDS]</c>: messages over loopback into our adapter with screening, and into discord.js that does nothing but count, one after another.
/// Each client is a process of its own; the gateway is in this one. <c>discord replies</c>: only how fast commands are answered.
/// </summary>
internal static class DiscordFigures
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args is ["adapter", var port, var count, .. var packs])
            return await AdapterRun.RunAsync(int.Parse(port, CultureInfo.InvariantCulture), int.Parse(count, CultureInfo.InvariantCulture), packs.FirstOrDefault());

        if (args is ["replies"])
        {
            await ReplyFigures.RunAsync(Root());
            return 0;
        }

        var events = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 200_000;
        var guilds = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50;
        var root = Root();
        await using var server = new BlastServer(events, guilds, Texts(root));
        var self = Environment.ProcessPath ?? throw new InvalidOperationException("This process has no path.");
        await RunAsync(self, ["discord", "adapter", $"{server.Port}", $"{events}"], root);
        await RunAsync(self, ["discord", "adapter", $"{server.Port}", $"{events}", Path.Combine(root, "config", "screening")], root);
        await ReplyFigures.RunAsync(root);
        var peers = Path.Combine(root, "tests", "peers", "discord");
        if (!Directory.Exists(Path.Combine(peers, "node_modules", "discord.js")))
        {
            Console.Error.WriteLine("discord.js is not installed: run npm ci in tests/peers/discord to measure beside it.");
            return 0;
        }

        await RunAsync("node", ["counting.mjs", $"{server.Port}", $"{events}", "default"], peers);
        await RunAsync("node", ["counting.mjs", $"{server.Port}", $"{events}", "nocache"], peers);
        return 0;
    }

    private static async Task RunAsync(string program, string[] args, string folder)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder };
        foreach (var argument in args)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        await process.WaitForExitAsync();
    }

    // What people write, where the development data is there; otherwise one plain sentence.
    private static string[] Texts(string root)
    {
        var file = Path.Combine(root, "..", "shared", "data", "screening_dev.jsonl");
        if (!File.Exists(file))
            return ["Has anybody read the new guideline on hand hygiene? It changed more than I thought, and the rota for Tuesday is up."];
        return [.. File.ReadLines(file).Take(64).Select(l =>
        {
            using var line = JsonDocument.Parse(l);
            return line.RootElement.GetProperty("text").GetString() ?? "";
        })];
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GuidanceBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Run this from a checkout of the project.");
    }
}
