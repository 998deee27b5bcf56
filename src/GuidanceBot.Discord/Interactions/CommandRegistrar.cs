using GuidanceBot.Commands;
using GuidanceBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Discord.Interactions;

/// <summary>Tells Discord the commands of the catalog, when they are not those it knows.</summary>
internal sealed partial class CommandRegistrar(DiscordRest rest, Catalog catalog, ILogger<CommandRegistrar> logger)
{
    public async Task RegisterAsync(string application, CancellationToken cancellationToken)
    {
        var ours = CommandJson.Of(catalog);
        var path = $"applications/{application}/commands";
        var known = await rest.AskAsync(Call.Get($"{path}?with_localizations=true"), cancellationToken);
        if (known.Ok && SameJson.HoldsAll(known.Body, ours))
            return;

        var answer = await rest.AskAsync(Call.Put(path, ours), cancellationToken);
        if (answer.Ok)
            Log.Registered(logger, ours.Count);
        else
            Log.NotRegistered(logger, (int)answer.Status, answer.Code);
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Told Discord {Count} commands.")]
        public static partial void Registered(ILogger logger, int count);

        [LoggerMessage(2, LogLevel.Error, "Discord did not take the commands ({Status}, code {Code}): members may see those of an older version.")]
        public static partial void NotRegistered(ILogger logger, int status, int code);
    }
}
