using System.CommandLine;
using GuidanceBot.Hosting;

namespace GuidanceBot.CommandLine;

/// <summary>The command line. Messages to people go to stderr as one sentence; 2 means wrong usage, settings or a missing file.</summary>
internal static class Root
{
    private const int WrongUsage = 2;

    // As shells count a stop by Ctrl+C.
    private const int Interrupted = 130;

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = Build().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            Console.Error.WriteLine(Problem(parsed));
            return WrongUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (StartRefused refused)
        {
            Console.Error.WriteLine(refused.Message);
            return WrongUsage;
        }
        catch (OperationCanceledException)
        {
            return Interrupted;
        }
    }

    private static string Problem(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command is RootCommand || command.Subcommands.Count == 0)
            return $"{parsed.Errors[0].Message.TrimEnd('.')}. guidancebot --help lists what there is.";

        var found = parsed.UnmatchedTokens.Count > 0 ? $", not '{parsed.UnmatchedTokens[0]}'" : "";
        return $"{command.Name} takes {string.Join(" or ", command.Subcommands.Select(c => c.Name))}{found}. guidancebot {command.Name} --help says more.";
    }

    private static RootCommand Build()
    {
        var folders = new FolderOptions();
        var root = new RootCommand("GuidanceBot answers clinicians' questions about being online, posts daily tips and flags risky messages to moderators.")
        {
            folders.Config,
            folders.Data,
            ServeCommand.Build(folders),
            HealthCommand.Build(),
            DoctorCommand.Build(folders),
            ScreenCommand.Build(folders),
            TipsPreviewCommand.Build(),
            AskCommand.Build(folders),
            PrivacyCommand.Build(folders),
            CheckCommand.Build(folders),
            PacksCommand.Build(folders),
            ManifestCommand.Build(folders),
        };
        root.SetAction((parsed, token) => ServeCommand.RunAsync(folders.Of(parsed), token));
        return root;
    }
}
