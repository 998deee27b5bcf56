using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using GuidanceBot.Testing;

namespace GuidanceBot.Stories;

/// <summary>The real executable as its own process, on a free loopback port and a data folder of its own.</summary>
internal sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _log = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private BotProcess(string data, IReadOnlyDictionary<string, string> settings, Uri? address)
    {
        Address = address ?? new Uri($"http://127.0.0.1:{FreePort()}");
        _process = Start(["serve", "--data", data], new Dictionary<string, string>(settings) { ["Urls"] = Address.ToString().TrimEnd('/') });
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _ready.TrySetException(new InvalidOperationException($"The bot stopped before it was ready:\n{Log}"));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Where its pages are.</summary>
    public Uri Address { get; }

    /// <summary>Everything it printed so far.</summary>
    public string Log => string.Join('\n', _log);

    public int Id => _process.Id;

    /// <summary>Starts the bot and waits until it says that it is ready. On a free port unless an address is given.</summary>
    public static async Task<BotProcess> ServeAsync(string data, IReadOnlyDictionary<string, string>? settings = null, Uri? address = null)
    {
        var bot = new BotProcess(data, settings ?? new Dictionary<string, string>(), address);
        await bot._ready.Task.WaitAsync(Patience);
        return bot;
    }

    /// <summary>Runs one command to its end.</summary>
    public static async Task<Run> RunAsync(IEnumerable<string> arguments, string input = "", IReadOnlyDictionary<string, string>? settings = null)
    {
        using var process = Start(arguments, settings ?? new Dictionary<string, string>());
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new Run(process.ExitCode, await output, await errors);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Its private memory in MiB, as the kernel counts it (RssAnon).</summary>
    public double PrivateMemory()
    {
        var line = File.ReadLines($"/proc/{Id}/status").First(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            await KillAsync();
        _process.Dispose();
    }

    private static Process Start(IEnumerable<string> arguments, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.ArgumentList.Add(Executable);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (key, value) in settings)
            start.Environment[key] = value;
        return Process.Start(start)!; // null only where a shell starts it
    }

    // The executable as built, in the same configuration as these tests: .../bin/CONFIGURATION/net10.0/
    private static string Executable
    {
        get
        {
            var here = new DirectoryInfo(AppContext.BaseDirectory);
            return Path.Combine(Repository.Root, "src", "GuidanceBot", "bin", here.Parent!.Name, here.Name, "guidancebot.dll");
        }
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        _log.Enqueue(line);
        if (line.StartsWith("GuidanceBot is ready", StringComparison.Ordinal))
            _ready.TrySetResult();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>How a command ended and what it printed.</summary>
internal sealed record Run(int ExitCode, string Output, string Errors);
