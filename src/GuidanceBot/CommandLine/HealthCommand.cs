using System.CommandLine;
using System.Net;
using GuidanceBot.Settings;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot health</c>: whether the bot that serves on this machine is ready, for containers.</summary>
internal static class HealthCommand
{
    public static Command Build()
    {
        var command = new Command("health", "Says whether the bot on this machine is ready (exit code 0) or not (1).");
        command.SetAction((_, token) => RunAsync(token));
        return command;
    }

    private static async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables().Build();
        var first = BotSettings.Read(configuration).Urls.Split(';')[0];
        // A server bound to every address is asked on this machine's own.
        var address = first.Replace("://*", "://127.0.0.1", StringComparison.Ordinal).Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal).Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal);
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(3) };
        try
        {
            using var answer = await client.GetAsync(new Uri($"{address.TrimEnd('/')}/health"), cancellationToken);
            if (answer.IsSuccessStatusCode)
                return 0;
            Console.Error.WriteLine(answer.StatusCode is HttpStatusCode.ServiceUnavailable
                ? await answer.Content.ReadAsStringAsync(cancellationToken)
                : $"The bot at {address} answered {(int)answer.StatusCode}; look at its log.");
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException)
        {
            Console.Error.WriteLine($"No bot answers at {address}; start it with guidancebot serve, or set Urls to where it serves.");
        }

        return 1;
    }
}
