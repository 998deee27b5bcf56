using GuidanceBot.Hosting;

namespace GuidanceBot.CommandLine;

/// <summary>Opens the file of JSON lines that a command was given.</summary>
internal static class InputFile
{
    /// <exception cref="StartRefused">It cannot be read.</exception>
    public static Stream Open(string file)
    {
        if (file == "-")
            return Console.OpenStandardInput();
        if (Directory.Exists(file))
            throw new StartRefused($"{file} is a folder. Give a file of JSON lines, or - for standard input.");
        try
        {
            return new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartRefused($"{file} cannot be read ({e.Message.TrimEnd('.')}). Give a file of JSON lines, or - for standard input.");
        }
    }
}
