using GuidanceBot.Chat;
using GuidanceBot.Discord;
using GuidanceBot.Moderation;
using GuidanceBot.Playground;
using GuidanceBot.Preview;
using GuidanceBot.Settings;
using GuidanceBot.Slack;
using GuidanceBot.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Console;

namespace GuidanceBot.Hosting;

/// <summary>Puts the whole bot together: content, core, storage, platforms, web.</summary>
internal static class BotHost
{
    /// <summary>Builds the bot, ready to run. <paramref name="also"/> lets a test put something in the place of a part.</summary>
    /// <exception cref="StartRefused">A setting or pack is wrong, or the data folder cannot be used.</exception>
    public static async Task<WebApplication> BuildAsync(Folders folders, IReadOnlyDictionary<string, string?> overrides, CancellationToken cancellationToken, Action<IServiceCollection>? also = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddConfiguration(Configuration(folders)).AddInMemoryCollection(overrides);
        var settings = BotSettings.Read(builder.Configuration);
        var content = Content.Load(folders);
        var held = DataFolder.Take(folders);

        AddLogging(builder.Logging, builder.Configuration);
        builder.Host.UseDefaultServiceProvider(check => check.ValidateOnBuild = check.ValidateScopes = true);
        builder.WebHost.UseUrls(settings.Urls.Split(';')).UseStaticWebAssets();
        builder.Services.AddSingleton(_ => held);
        builder.Services.AddSingleton(folders);
        builder.Services.AddSingleton(settings);
        builder.Services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(folders.Keys));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(new Fingerprints(DataFolder.FingerprintKey(folders)));
        builder.Services.AddContent(content, settings);
        builder.Services.AddSqliteStorage(ConnectionString(folders, settings));
        builder.Services.AddGuidanceBot();
        builder.Services.AddHostedService<WarmUp>();
        if (settings.Discord is { } discord)
            builder.Services.AddDiscord(discord);
        if (settings.Slack is { } slack)
            builder.Services.AddSlack(slack);
        if (settings.PlaygroundEnabled)
        {
            // A moved clock would move for every platform.
            builder.Services.AddPlayground(folders.Data, settings.PlaygroundReplay, clockMoves: settings.Discord is null && settings.Slack is null);
            builder.Services.AddSingleton<IStoredRows, StoredRows>();
            builder.Services.AddPreviews();
        }

        also?.Invoke(builder.Services);

        var app = builder.Build();
        _ = app.Services.GetRequiredService<DataFolder>(); // held until the host is disposed
        await UpgradeAsync(app.Services, folders, cancellationToken);
        app.UseGate();
        app.MapGet("/health", (StoppedPlatforms stopped) => stopped.Sentences is { Count: > 0 } sentences
            ? Results.Text(string.Join('\n', sentences), statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text("ready"));
        if (settings.PlaygroundEnabled)
        {
            app.MapPlayground();
            app.MapPreviews();
        }

        return app;
    }

    /// <summary>Where the bot's own database is.</summary>
    public static string ConnectionString(Folders folders, BotSettings settings) =>
        settings.StorageConnectionString ?? $"Data Source={folders.Database}";

    /// <summary>The owner's settings: appsettings.json of the config folder, then the environment.</summary>
    /// <exception cref="StartRefused">The file is not valid JSON.</exception>
    public static IConfiguration Configuration(Folders folders)
    {
        var file = Path.Combine(folders.Config, "appsettings.json");
        try
        {
            return new ConfigurationBuilder()
                .AddJsonFile(file, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables("ASPNETCORE_")
                .AddEnvironmentVariables()
                .Build();
        }
        catch (InvalidDataException e)
        {
            throw new StartRefused($"{file} is not valid JSON ({(e.InnerException ?? e).Message.TrimEnd('.')}).");
        }
    }

    // Everything for people goes to stderr: stdout belongs to what scripts read.
    private static void AddLogging(ILoggingBuilder logging, IConfiguration configuration)
    {
        logging.ClearProviders().AddConfiguration(configuration.GetSection("Logging"));
        logging.AddFilter("Microsoft", LogLevel.Warning)
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical) // a start that failed is told in one sentence
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error); // its keys lie in data/keys, which only the owner can read
        logging.AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.UseUtcTimestamp = true;
            console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss'Z' ";
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static async Task UpgradeAsync(IServiceProvider services, Folders folders, CancellationToken cancellationToken)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await Database.UpgradeAsync(scope.ServiceProvider.GetRequiredService<GuidanceDb>(), cancellationToken);
        }
        catch (System.Data.Common.DbException e)
        {
            throw new StartRefused($"The database {folders.Database} cannot be opened ({e.Message.TrimEnd('.')}). Free some space or mend the file's rights; a backup copy of the data folder can take its place.");
        }
    }
}
