using System.Diagnostics;
using System.Text;

namespace GuidanceBot.Stories;

/// <summary>The product as people run it: a process of its own on a free port, with a data folder that outlives it.</summary>
public sealed class RunningBot : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("guidancebot-story");
    private readonly StringBuilder _said = new();
    private readonly IReadOnlyDictionary<string, string> _settings;
    private Process? _process;

    private RunningBot(IReadOnlyDictionary<string, string> settings) => _settings = settings;

    /// <summary>Where the page is.</summary>
    public Uri Address { get; private set; } = new("http://127.0.0.1:0");

    /// <summary>Where the bot keeps its data.</summary>
    public string Data => _data.FullName;

    /// <summary>Everything it said on stderr.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    public static async Task<RunningBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var bot = new RunningBot(settings.ToDictionary(s => s.Key, s => s.Value));
        await bot.StartAgainAsync();
        return bot;
    }

    /// <summary>Starts it on the same data and, after a first start, at the same address.</summary>
    public async Task StartAgainAsync()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in new[] { Executable(), "serve", "--data", Data })
            start.ArgumentList.Add(argument);
        start.Environment["Urls"] = $"http://127.0.0.1:{Address.Port}";
        foreach (var (key, value) in _settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;

        var ready = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The bot stopped before it was ready: {Said}"));
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_said)
                _said.AppendLine(line.Data);
            if (line.Data?.Split("Open ") is [_, var rest] && Uri.TryCreate(rest.Split(' ')[0], UriKind.Absolute, out var address))
                ready.TrySetResult(address);
        };
        _process.Start();
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        Address = await ready.Task.WaitAsync(TimeSpan.FromMinutes(2));
    }

    /// <summary>Ends it as a power cut would.</summary>
    public async Task KillAsync()
    {
        if (_process is not { } process)
            return;
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        _process = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _data.Delete(recursive: true);
    }

    // The build of the product that belongs to this build of the tests.
    private static string Executable()
    {
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "GuidanceBot.sln")))
                return Path.Combine(folder.FullName, "src", "GuidanceBot", "bin", configuration, "net10.0", "guidancebot.dll");
        }

        throw new InvalidOperationException("The tests do not stand in the project's folder.");
    }
}
