using System.CommandLine;
using GuidanceBot.Communities;
using GuidanceBot.Discord.Joining;
using GuidanceBot.Hosting;
using GuidanceBot.Settings;
using GuidanceBot.Slack;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot doctor</c>: looks at settings, content, data folder and platforms, and says what needs mending.</summary>
internal static class DoctorCommand
{
    public static Command Build(FolderOptions folders)
    {
        var command = new Command("doctor", "Checks settings, content, data folder and the platforms that are set; exit code 1 if something needs mending.");
        command.SetAction((parsed, token) => RunAsync(folders.Of(parsed), token));
        return command;
    }

    private static async Task<int> RunAsync(Folders folders, CancellationToken cancellationToken)
    {
        var mend = 0;
        BotSettings? settings = null;
        Check("settings", () => Describe(settings = BotSettings.Read(BotHost.Configuration(folders))));
        Check("content", () => Describe(Content.Load(folders), folders));
        Check("data folder", () => Describe(folders));
        if (settings?.Discord is { } discord)
            Print("Discord", await DiscordCheck.RunAsync(discord, await PicksAsync("discord", settings), TimeProvider.System, cancellationToken));
        if (settings?.Slack is { } slack)
            Print("Slack", await SlackCheck.RunAsync(slack, settings.ScreeningEnabled, cancellationToken));
        return mend == 0 ? 0 : 1;

        async Task<IReadOnlyList<PickedChannel>> PicksAsync(string platform, BotSettings known)
        {
            try
            {
                return await Picks.OfAsync(platform, folders, known, cancellationToken);
            }
            catch (StartRefused refused)
            {
                Print("database", [(true, refused.Message)]);
                return [];
            }
        }

        void Print(string platform, IReadOnlyList<(bool Mend, string Line)> found)
        {
            mend += found.Count(f => f.Mend);
            foreach (var (isOff, line) in found)
                Console.Out.WriteLine($"{(isOff ? "mend" : "ok  ")}  {platform}: {line}");
        }

        void Check(string what, Func<string> look)
        {
            try
            {
                Console.Out.WriteLine($"ok    {what}: {look()}");
            }
            catch (StartRefused refused)
            {
                mend++;
                Console.Out.WriteLine($"mend  {what}: {refused.Message}");
            }
        }
    }

    private static string Describe(BotSettings settings) =>
        $"serves {settings.Urls}; screening {(settings.ScreeningEnabled ? "on" : "off")}; playground {(settings.PlaygroundEnabled ? "on" : "off")}; Discord {(settings.Discord is null ? "off" : "on")}; Slack {(settings.Slack is null ? "off" : "on")}";

    private static string Describe(Content content, Folders folders)
    {
        var unconfirmed = content.Support.Unconfirmed.Count();
        var lines = unconfirmed == 0 ? "" : $"; {unconfirmed} support lines wait for a person to call and confirm them (wellbeing/lines.yaml)";
        return $"{content.Takeaways.Takeaways.Count} takeaways, {content.Tips.Tips.Count} tips, rules {content.Screener.RulesVersion} in {folders.Config}{lines}";
    }

    private static string Describe(Folders folders)
    {
        try
        {
            Directory.CreateDirectory(folders.Data);
            var probe = Path.Combine(folders.Data, ".doctor");
            File.WriteAllBytes(probe, new byte[4096]);
            File.Delete(probe);
            return $"{folders.Data} can be written";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"{folders.Data} cannot be written ({e.Message.TrimEnd('.')}). Free some space, or give another with --data DIR.");
        }
    }
}
