using System.CommandLine;
using GuidanceBot.Hosting;

namespace GuidanceBot.CommandLine;

/// <summary>The two options that every command takes.</summary>
internal sealed class FolderOptions
{
    public Option<string?> Config { get; } = new("--config")
    {
        Description = "A whole config folder in the place of the one that came with the bot.",
        HelpName = "DIR",
        Recursive = true,
    };

    public Option<string?> Data { get; } = new("--data")
    {
        Description = "Where databases and keys are kept (default: ./data).",
        HelpName = "DIR",
        Recursive = true,
    };

    public Folders Of(ParseResult parsed) => Folders.From(parsed.GetValue(Config), parsed.GetValue(Data));
}
