using GuidanceBot.Testing;

namespace GuidanceBot.Packs;

/// <summary>A copy of the config folder for a test to break.</summary>
public sealed class CopiedConfig : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("guidancebot-config-").FullName;

    public CopiedConfig()
    {
        foreach (var file in Directory.EnumerateFiles(SomePacks.Config, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(root, Path.GetRelativePath(SomePacks.Config, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Guidance => Path.Combine(root, "guidance");

    public string Tips => Path.Combine(root, "tips");

    public string Wellbeing => Path.Combine(root, "wellbeing");

    public void Replace(string file, string old, string with)
    {
        var path = Path.Combine(root, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        if (at < 0)
            throw new InvalidOperationException($"'{old}' is not in {file}.");

        File.WriteAllText(path, text[..at] + with + text[(at + old.Length)..]);
    }

    public void Delete(string file) => File.Delete(Path.Combine(root, file));

    public void Dispose() => Directory.Delete(root, recursive: true);
}
