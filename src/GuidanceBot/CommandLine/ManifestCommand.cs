using System.CommandLine;
using GuidanceBot.Discord.Joining;
using GuidanceBot.Hosting;
using GuidanceBot.Settings;
using GuidanceBot.Slack.Manifest;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot manifest</c>: what a platform must be told to know the bot.</summary>
internal static class ManifestCommand
{
    public static Command Build(FolderOptions folders)
    {
        var withoutScreening = new Option<bool>("--without-screening") { Description = "Answers and tips only: asks for no right to read channels.", Recursive = true };
        var slack = new Command("slack", "Prints the app manifest to paste at https://api.slack.com/apps under Create New App, From a manifest.");
        slack.SetAction(parsed => Console.Out.WriteLine(SlackManifest.Write(KnownCommands.Catalog(), screening: !parsed.GetValue(withoutScreening))));
        var discord = new Command("discord", "Prints the install link with exactly the rights the bot uses, and its commands (serve registers them itself).");
        discord.SetAction(parsed => Console.Out.WriteLine(DiscordManifest.Write(
            KnownCommands.Catalog(), screening: !parsed.GetValue(withoutScreening), BotSettings.Text(BotHost.Configuration(folders.Of(parsed)), "Discord:ApplicationId"))));
        return new Command("manifest", "Prints what a platform must be told to know the bot.") { withoutScreening, slack, discord };
    }
}
