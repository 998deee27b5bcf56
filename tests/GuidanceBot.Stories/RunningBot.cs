namespace GuidanceBot.Stories;

/// <summary>A bot on a data folder of its own, which can be killed and started again where it was.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private readonly TempFolder _data;
    private readonly IReadOnlyDictionary<string, string> _settings;
    private BotProcess _process;

    private RunningBot(BotProcess process, TempFolder data, IReadOnlyDictionary<string, string> settings) =>
        (_process, _data, _settings) = (process, data, settings);

    /// <summary>Where the page is; the same after every start.</summary>
    public Uri Address => _process.Address;

    /// <summary>Everything it printed since its last start.</summary>
    public string Log => _process.Log;

    /// <summary>A file of its data folder.</summary>
    public string File(string name) => _data.File(name);

    public static async Task<RunningBot> StartAsync(params (string Key, string Value)[] settings)
    {
        var (data, chosen) = (new TempFolder(), settings.ToDictionary(s => s.Key, s => s.Value));
        return new RunningBot(await BotProcess.ServeAsync(data.Path, chosen), data, chosen);
    }

    /// <summary>Ends it as a power cut would.</summary>
    public Task KillAsync() => _process.KillAsync();

    public async Task StartAgainAsync()
    {
        var address = Address;
        await _process.DisposeAsync();
        _process = await BotProcess.ServeAsync(_data.Path, _settings, address);
    }

    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        _data.Dispose();
    }
}
