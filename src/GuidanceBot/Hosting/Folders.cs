namespace GuidanceBot.Hosting;

/// <summary>Where this run reads its content and keeps its data.</summary>
/// <param name="Config">The folder of packs and appsettings.json; the copy beside the executable unless <c>--config</c> says otherwise.</param>
/// <param name="Data">The folder of databases and keys; <c>./data</c> of the folder one stands in unless <c>--data</c> says otherwise.</param>
internal sealed record Folders(string Config, string Data)
{
    public static Folders From(string? config, string? data) => new(
        Path.GetFullPath(config ?? Path.Combine(AppContext.BaseDirectory, "config")),
        Path.GetFullPath(data ?? "data"));

    public string Guidance => Path.Combine(Config, "guidance");

    public string Tips => Path.Combine(Config, "tips");

    public string Screening => Path.Combine(Config, "screening");

    public string Wellbeing => Path.Combine(Config, "wellbeing");

    public string Keys => Path.Combine(Data, "keys");

    public string Database => Path.Combine(Data, "guidancebot.db");
}
