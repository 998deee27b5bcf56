using System.CommandLine;
using GuidanceBot.Guidance;
using GuidanceBot.Hosting;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot ask</c>: one question for people, or many as JSON lines.</summary>
internal static class AskCommand
{
    private const int BadLine = 1;
    private const int WrongUsage = 2;

    public static Command Build(FolderOptions folders)
    {
        var words = new Argument<string[]>("TEXT") { Description = "The question.", Arity = ArgumentArity.ZeroOrMore };
        var batch = new Option<string?>("--batch") { Description = "A file of JSON lines {\"id\",\"question\"}; - for standard input.", HelpName = "FILE" };
        var command = new Command("ask", "Answers a question with takeaways; exit code 1 if a line of a batch was bad.") { words, batch };
        command.SetAction(parsed => Run(folders.Of(parsed), string.Join(' ', parsed.GetValue(words) ?? []), parsed.GetValue(batch)));
        return command;
    }

    private static int Run(Folders folders, string question, string? batch)
    {
        if (string.IsNullOrWhiteSpace(question) == batch is null)
        {
            Console.Error.WriteLine("Give either a question or --batch FILE, such as: guidancebot ask \"are deleted posts really gone\".");
            return WrongUsage;
        }

        if (batch is not null)
            return RunBatch(batch, new AskLines(new AskRanker(Content.LoadTakeaways(folders))));

        Console.Out.WriteLine(AskText.Of(question, Content.Load(folders)));
        return 0;
    }

    private static int RunBatch(string file, AskLines lines)
    {
        using var input = InputFile.Open(file);
        using var output = Console.OpenStandardOutput();
        try
        {
            return JsonLines.Run(input, output, Console.Error, lines.Answer) == 0 ? 0 : BadLine;
        }
        catch (IOException e)
        {
            // The reader of our output went away (head, a closed pipe), or a disk is full.
            Console.Error.WriteLine($"Stopped: {e.Message.TrimEnd('.')}.");
            return BadLine;
        }
    }
}
