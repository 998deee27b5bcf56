using GuidanceBot.Discord.Joining;
using GuidanceBot.Hosting;
using GuidanceBot.Settings;

namespace GuidanceBot.CommandLine;

/// <summary>The doctor's look at Discord.</summary>
internal static class DiscordDoctor
{
    /// <summary>Prints what it found; returns how much needs mending. Nothing where Discord is not configured, or the settings were refused already.</summary>
    public static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        BotSettings settings;
        try
        {
            settings = BotSettings.Read(BotHost.Configuration(folders));
        }
        catch (StartRefused)
        {
            return 0;
        }

        if (settings.Discord is not { } discord)
            return 0;
        var found = await DiscordCheck.RunAsync(discord, TimeProvider.System, cancellationToken);
        foreach (var (mend, line) in found)
            Console.Out.WriteLine($"{(mend ? "mend" : "ok  ")}  Discord: {line}");
        return found.Count(f => f.Mend);
    }
}
