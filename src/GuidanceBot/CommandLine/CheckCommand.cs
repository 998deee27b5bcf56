using System.CommandLine;
using GuidanceBot.Hosting;
using GuidanceBot.Screening;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot check</c>: a second look at one draft, kept nowhere.</summary>
internal static class CheckCommand
{
    public static Command Build(FolderOptions folders)
    {
        var draft = new Argument<string>("TEXT") { Description = "The draft, in quotation marks; - reads standard input." };
        var command = new Command("check", "A second look at a draft: what stands out, why, and a safer wording. Exit code 1 if it found anything.") { draft };
        command.SetAction(parsed =>
        {
            var text = parsed.GetValue(draft) is { } given and not "-" ? given : Console.In.ReadToEnd();
            return Run(Content.LoadScreener(folders.Of(parsed)), text, Console.Out);
        });
        return command;
    }

    internal static int Run(Screener screener, string draft, TextWriter output)
    {
        var result = screener.Examine(draft);
        output.Write(CheckText.Of(draft, result, screener.Reword(draft, result)));
        return result.Findings.Count == 0 ? 0 : 1;
    }
}
