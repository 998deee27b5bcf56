using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace GuidanceBot.Screening.Packs;

/// <summary>A place in a pack: the YAML there, and how to say to its owner what is wrong with it.</summary>
internal sealed class PackNode(string file, string key, YamlNode yaml)
{
    public string File => file;

    public string Key => key;

    public bool IsMap => yaml is YamlMappingNode;

    public static PackNode? Root(string file, string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents.Count == 0 ? null : new PackNode(file, "the pack", stream.Documents[0].RootNode);
        }
        catch (YamlException e)
        {
            throw new RulePackException($"{file}, line {e.Start.Line}, column {e.Start.Column}: this is not YAML: {FirstSentence(e)}.");
        }
    }

    public RulePackException Wrong(string expected) => new(Says(expected));

    /// <summary>One sentence about this place, or about a character of its text where that stands on one line.</summary>
    public string Says(string what, int at = 0)
    {
        var quote = yaml is YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } ? 1 : 0;
        var column = yaml.Start.Column + (at > 0 && yaml.Start.Line == yaml.End.Line ? at + quote : 0);
        return $"{file}, line {yaml.Start.Line}, column {column}: {key}: {what}.";
    }

    /// <summary>The members of a map, each of whose keys must be one of <paramref name="known"/> (none given: any key).</summary>
    public IEnumerable<PackNode> Members(params string[] known)
    {
        if (yaml is not YamlMappingNode map)
            throw Wrong(known.Length == 0 ? "expected names with values" : $"expected a map with {string.Join(", ", known)}");
        foreach (var (name, value) in map.Children)
        {
            var member = new PackNode(file, name.ToString(), value);
            if (known.Length > 0 && !known.Contains(member.Key))
                throw new RulePackException($"{file}, line {name.Start.Line}, column {name.Start.Column}: {member.Key}: unknown key; expected one of {string.Join(", ", known)}.");
            yield return member;
        }
    }

    public PackNode? Find(string name) =>
        yaml is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(name), out var value)
            ? new PackNode(file, name, value)
            : null;

    public PackNode Need(string name) => Find(name) ?? throw Wrong($"{name} is missing");

    /// <summary>A list's items; one value alone counts as a list of one.</summary>
    public IEnumerable<PackNode> Items() => yaml switch
    {
        YamlSequenceNode list => list.Children.Select(item => new PackNode(file, key, item)),
        YamlScalarNode => [this],
        _ => throw Wrong("expected a list"),
    };

    public string Text() =>
        yaml is YamlScalarNode { Value: { Length: > 0 } value } ? value : throw Wrong("expected a text");

    public double Number(double least, double most) =>
        double.TryParse(Text(), System.Globalization.CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Wrong(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"expected a number from {least} to {most}"));

    public bool Switch() => Text() switch
    {
        "on" or "true" or "yes" => true,
        "off" or "false" or "no" => false,
        _ => throw Wrong("expected on or off"),
    };

    private static string FirstSentence(YamlException e) => e.Message.Split(". ")[0].Split('\n')[0].TrimEnd('.');
}
