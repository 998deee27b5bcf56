using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GuidanceBot.Packs;

/// <summary>Opens YAML packs; whatever is wrong with one becomes a <see cref="PackException"/>.</summary>
internal static class PackFile
{
    /// <summary>The packs right inside a folder, by name, so that the same folder always reads the same.</summary>
    public static IReadOnlyList<PackMap> ReadAll(string directory)
    {
        if (!Directory.Exists(directory))
            throw new PackException($"{directory}: there is no such folder, expected a folder of .yaml files.");

        var files = Directory.GetFiles(directory, "*.yaml").Order(StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            throw new PackException($"{directory}: the folder is empty, expected at least one .yaml file.");

        return files.ConvertAll(Read);
    }

    public static PackMap Read(string directory, string name) => Read(Path.Combine(directory, name));

    public static PackMap Read(string file)
    {
        try
        {
            return Parse(file, File.ReadAllText(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackException($"{file}: the file cannot be read, expected a YAML file there ({e.Message.TrimEnd('.')}).", e);
        }
    }

    public static PackMap Parse(string file, string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? new PackMap(file, root)
                : throw new PackException($"{file}, line 1, column 1: expected one document of `key: value` lines.");
        }
        catch (YamlException e)
        {
            throw new PackException($"{file}, line {e.Start.Line}, column {e.Start.Column}: expected valid YAML ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
