using System.CommandLine;
using System.Diagnostics;
using GuidanceBot.Hosting;
using GuidanceBot.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot serve</c>: runs the bot until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Build(FolderOptions folders)
    {
        var command = new Command("serve", "Runs the bot (the default). Without any platform configured: the playground in your browser.");
        command.SetAction((parsed, token) => RunAsync(folders.Of(parsed), token));
        return command;
    }

    public static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        await using var app = await BotHost.BuildAsync(folders, new Dictionary<string, string?>(), cancellationToken);
        try
        {
            await app.StartAsync(cancellationToken);
        }
        catch (IOException e) when (e.Message.Contains("address already in use", StringComparison.OrdinalIgnoreCase) || e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new StartRefused($"The address {app.Services.GetRequiredService<BotSettings>().Urls} is taken by another program. Stop it, or give another with the setting Urls, for example Urls=http://127.0.0.1:5081.");
        }

        Greet(app, folders);
        await app.WaitForShutdownAsync(cancellationToken);
        return 0;
    }

    private static void Greet(WebApplication app, Folders folders)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        using var process = Process.GetCurrentProcess();
        var took = TimeProvider.System.GetUtcNow() - process.StartTime.ToUniversalTime();
        Console.Error.WriteLine($"GuidanceBot is ready after {took.TotalSeconds:0.0} s. Open {string.Join(" or ", addresses)} in a browser. Data: {folders.Data}. Ctrl+C stops it.");
    }
}
