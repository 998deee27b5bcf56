using System.CommandLine;
using GuidanceBot.Hosting;
using GuidanceBot.Screening;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot packs validate</c> and <c>packs test</c>: for owners who write rules of their own.</summary>
internal static class PacksCommand
{
    private const int NeedsMending = 1;

    public static Command Build(FolderOptions folders) => new("packs", "Checks and tries packs of rules.") { Validate(folders), Try(folders) };

    private static Command Validate(FolderOptions folders)
    {
        var directory = new Argument<string?>("DIR") { Description = "A folder of rule packs (default: the bot's own).", Arity = ArgumentArity.ZeroOrOne };
        var command = new Command("validate", "Reads every rule pack of a folder; exit code 1 and one sentence if one needs mending.") { directory };
        command.SetAction(parsed => Check(parsed.GetValue(directory) ?? folders.Of(parsed).Screening));
        return command;
    }

    private static Command Try(FolderOptions folders)
    {
        var pack = new Argument<string>("PACK") { Description = "The pack to try, a YAML file." };
        var file = new Argument<string>("FILE") { Description = "Messages as JSON lines with id and text." };
        var command = new Command("test", "Shows which messages of a file a pack would newly flag and no longer flag.") { pack, file };
        command.SetAction(parsed => Try(folders.Of(parsed).Screening, parsed.GetValue(pack) ?? "", parsed.GetValue(file) ?? ""));
        return command;
    }

    private static int Check(string directory)
    {
        try
        {
            var packs = Read(directory);
            foreach (var warning in RulePack.Parse(packs).Warnings)
                Console.Error.WriteLine(warning);
            Console.WriteLine($"{packs.Count} rule packs in {directory} can be used.");
            return 0;
        }
        catch (RulePackException e)
        {
            Console.Error.WriteLine(e.Message);
            return NeedsMending;
        }
    }

    private static int Try(string directory, string pack, string file)
    {
        foreach (var needed in new[] { pack, file })
        {
            if (!File.Exists(needed))
                throw new StartRefused($"There is no file {needed}. Give a pack and a file of messages as JSON lines.");
        }

        try
        {
            var packs = Read(directory);
            var with = packs.Append((Path.GetFileName(pack), File.ReadAllText(pack)));
            using var messages = File.OpenText(file);
            new PackTrial(new Screener(RulePack.Parse(packs)), new Screener(RulePack.Parse(with))).Run(messages, Console.Out);
            return 0;
        }
        catch (RulePackException e)
        {
            Console.Error.WriteLine(e.Message);
            return NeedsMending;
        }
    }

    private static List<(string File, string Yaml)> Read(string directory)
    {
        if (!Directory.Exists(directory))
            throw new StartRefused($"There is no folder {directory}. Give a folder of rule packs, or leave it out for the bot's own.");
        return [.. Directory.EnumerateFiles(directory, "*.yaml").Order(StringComparer.Ordinal).Select(f => (Path.GetFileName(f), File.ReadAllText(f)))];
    }
}
