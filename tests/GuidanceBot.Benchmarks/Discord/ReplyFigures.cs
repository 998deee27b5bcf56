using System.Diagnostics;
using System.Text.Json;
using GuidanceBot.Testing.Discord;

namespace GuidanceBot.Benchmarks.Discord;

/// <summary>
/// How long a member waits for us: from INTERACTION_CREATE leaving the gateway to the reply's arrival, the real executable answering, one after another.
/// The way over loopback and the work of the double, which is in this process, are in the figures.
/// </summary>
internal static class ReplyFigures
{
    private const int WarmUp = 300;
    private const int Measured = 2000;

    public static async Task RunAsync(string root)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent?.Name ?? "Release";
        var bot = Path.Combine(root, "src", "GuidanceBot", "bin", configuration, "net10.0", "guidancebot");
        if (!File.Exists(bot))
        {
            Console.Error.WriteLine($"The bot is not built: run dotnet build -c {configuration} src/GuidanceBot to measure how fast it replies.");
            return;
        }

        await using var discord = await DiscordDouble.StartAsync();
        discord.IsStrict = false; // its checks would be in the figures
        var data = Directory.CreateTempSubdirectory("guidancebot-replies");
        using var process = Start(bot, data.FullName, discord);
        try
        {
            await discord.Gateway.UntilAsync(g => g.Identifies > 0, "the bot identified");
            await MeasureAsync("/takeaway 5", () => discord.Interactions.Use(discord.Ana, discord.General, "takeaway", ("which", "5")));
            await MeasureAsync("/ask can I post a photo of an x-ray?", () => discord.Interactions.Use(discord.Ana, discord.General, "ask", ("question", "can I post a photo of an x-ray?")));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
            data.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(string command, Func<DoubleInteraction> use)
    {
        for (var i = 0; i < WarmUp; i++)
            await use().First;
        var took = new double[Measured];
        for (var i = 0; i < Measured; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await use().First;
            took[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        Array.Sort(took);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            reply = command,
            medianMs = Math.Round(took[Measured / 2], 2),
            p99Ms = Math.Round(took[Measured * 99 / 100], 2),
        }));
    }

    private static Process Start(string bot, string data, DiscordDouble discord)
    {
        var start = new ProcessStartInfo(bot, ["serve", "--data", data]) { RedirectStandardError = true };
        start.Environment["Urls"] = "http://127.0.0.1:0";
        start.Environment["Discord__Token"] = DiscordDouble.Token;
        start.Environment["Discord__ApiBase"] = discord.ApiBase.ToString();
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{bot} did not start.");
        process.ErrorDataReceived += (_, _) => { }; // read, so that it never waits for a reader
        process.BeginErrorReadLine();
        return process;
    }
}
