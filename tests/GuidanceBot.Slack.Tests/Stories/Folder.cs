namespace GuidanceBot.Slack.Tests.Stories;

/// <summary>A data folder that goes away with the test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("guidancebot-slack").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
