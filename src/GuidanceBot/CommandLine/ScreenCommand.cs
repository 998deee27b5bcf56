using System.CommandLine;
using GuidanceBot.Hosting;
using GuidanceBot.Screening;

namespace GuidanceBot.CommandLine;

/// <summary><c>guidancebot screen</c>: messages in, findings out, as JSON lines.</summary>
internal static class ScreenCommand
{
    private const int BadLine = 1;

    public static Command Build(FolderOptions folders)
    {
        var file = new Argument<string>("FILE") { Description = "A file of JSON lines; - for standard input.", DefaultValueFactory = _ => "-" };
        var offsets = new Option<OffsetUnit>("--offsets") { Description = "What start and end count: utf16 (the default) or codepoints.", HelpName = "UNIT" };
        var profanity = new Option<bool>("--profanity") { Description = "Report strong language too." };
        var command = new Command("screen", "Screens messages given as JSON lines {\"id\",\"text\",\"attachments\"?}; exit code 1 if a line was bad.") { file, offsets, profanity };
        command.SetAction(parsed =>
        {
            var screener = Content.LoadScreener(folders.Of(parsed));
            // Reading packs and word lists leaves some 30 MB behind that a long run would otherwise carry along.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            var options = ScreenOptions.Default with { Profanity = parsed.GetValue(profanity) };
            return Run(parsed.GetValue(file) ?? "-", new ScreenLines(screener, options, parsed.GetValue(offsets)));
        });
        return command;
    }

    private static int Run(string file, ScreenLines lines)
    {
        using var input = InputFile.Open(file);
        using var output = Console.OpenStandardOutput();
        try
        {
            return JsonLines.Run(input, output, Console.Error, lines.Screen) == 0 ? 0 : BadLine;
        }
        catch (IOException e) when (e is not FileNotFoundException)
        {
            // The reader of our output went away (head, a closed pipe), or a disk is full.
            Console.Error.WriteLine($"Stopped: {e.Message.TrimEnd('.')}.");
            return BadLine;
        }
    }
}

/// <summary>What offsets count.</summary>
internal enum OffsetUnit
{
    /// <summary>UTF-16 units, as .NET and JavaScript count.</summary>
    Utf16,

    /// <summary>Code points, as Python counts.</summary>
    Codepoints,
}
