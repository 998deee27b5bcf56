using GuidanceBot.Hosting;
using GuidanceBot.Settings;
using GuidanceBot.Slack;

namespace GuidanceBot.CommandLine;

/// <summary>The doctor's look at Slack.</summary>
internal static class SlackDoctor
{
    /// <summary>Prints what it found; returns how much needs mending. Nothing where Slack is not configured, or the settings were refused already.</summary>
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

        if (settings.Slack is not { } slack)
            return 0;
        var found = await SlackCheck.RunAsync(slack, settings.ScreeningEnabled, cancellationToken);
        foreach (var (mend, line) in found)
            Console.Out.WriteLine($"{(mend ? "mend" : "ok  ")}  Slack: {line}");
        return found.Count(f => f.Mend);
    }
}
