using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing;

/// <summary>A program from npm that runs beside a test and says what it sees, one JSON line at a time.</summary>
public sealed class PeerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentQueue<JsonNode> _lines = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly SemaphoreSlim _said = new(0);

    public PeerProcess(string folder, string program, params string[] arguments)
    {
        var home = Peers.Folder(folder) ?? throw new InvalidOperationException($"tests/peers/{folder} is not there.");
        // A program of the folder itself, or one of the machine.
        var start = new ProcessStartInfo(program.Contains('/') ? Path.Combine(home, program) : program) { WorkingDirectory = home, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        _process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public IReadOnlyList<JsonNode> Lines => [.. _lines];

    /// <summary>Says a line to it.</summary>
    public Task TellAsync(string line) => _process.StandardInput.WriteLineAsync(line);

    /// <summary>Waits for a line of which this is so.</summary>
    public async Task<JsonNode> SawAsync(Func<JsonNode, bool> isSo, string what)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60), TimeProvider.System);
        while (true)
        {
            if (_lines.FirstOrDefault(isSo) is { } line)
                return line;
            if (_process.HasExited || patience.IsCancellationRequested)
                throw new TimeoutException($"Waited in vain for {what}. It said: {string.Join(" ", _lines.Select(l => l.ToJsonString()))} {string.Join(" ", _errors)}");
            await _said.WaitAsync(TimeSpan.FromMilliseconds(100), CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is not { Length: > 0 } || line[0] != '{')
            return;
        _lines.Enqueue(JsonNode.Parse(line)!);
        _said.Release();
    }
}
