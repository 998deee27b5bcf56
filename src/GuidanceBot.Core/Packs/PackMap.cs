using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace GuidanceBot.Packs;

/// <summary>The keys and values of one place in a pack, read strictly: each wrong value says where it is and what is expected.</summary>
internal sealed class PackMap(string file, YamlMappingNode node)
{
    /// <summary>The file's path, as it was given.</summary>
    public string File => file;

    /// <summary>Refuses any key that is not named here; a mistyped key would otherwise be ignored in silence.</summary>
    public PackMap Only(params string[] keys)
    {
        foreach (var key in node.Children.Keys)
        {
            if (!keys.Contains(NameOf(key), StringComparer.Ordinal))
                throw Error(key, NameOf(key), $"one of {string.Join(", ", keys)}");
        }

        return this;
    }

    public bool Has(string key) => Find(key) is not null;

    public string Text(string key) => ReadText(key, Need(key));

    public string? OptionalText(string key) => Find(key) is { } value ? ReadText(key, value) : null;

    public int Number(string key, int from, int to)
    {
        var text = Text(key);
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw Error(key, $"a whole number from {from} to {to}, found '{text}'");
    }

    public bool Flag(string key) => OptionalText(key) switch
    {
        null or "false" => false,
        "true" => true,
        var other => throw Error(key, $"true or false, found '{other}'"),
    };

    public DateOnly Date(string key)
    {
        var text = Text(key);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw Error(key, $"a date such as 2026-11-22, found '{text}'");
    }

    public Uri Link(string key)
    {
        var text = Text(key);
        return Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "https" or "http"
            ? link
            : throw Error(key, $"a link that starts with https:// or http://, found '{text}'");
    }

    public PackMap Map(string key) => ToMap(key, Need(key));

    public PackMap? OptionalMap(string key) => Find(key) is { } value ? ToMap(key, value) : null;

    /// <summary>The value as a list of texts, at least one; no text twice.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        return Items(key).ConvertAll(item =>
        {
            var text = ReadText(key, item);
            return seen.Add(text) ? text : throw Error(item, key, $"each entry once, found '{text}' again");
        });
    }

    public IReadOnlyList<string> OptionalTexts(string key) => Has(key) ? Texts(key) : [];

    /// <summary>The value as a list of places with keys of their own, at least one.</summary>
    public IReadOnlyList<PackMap> Maps(string key) => Items(key).ConvertAll(item => ToMap(key, item));

    /// <summary>Every key with its own place, for maps whose keys the owner chooses.</summary>
    public IEnumerable<string> Keys => node.Children.Keys.Select(NameOf);

    /// <summary>The exception for a wrong value of <paramref name="key"/>, to be thrown by the caller.</summary>
    public PackException Error(string key, string expected) => Error(Find(key) ?? node, key, expected);

    private List<YamlNode> Items(string key) => Need(key) switch
    {
        YamlSequenceNode { Children.Count: > 0 } list => [.. list.Children],
        var other => throw Error(other, key, "a list with at least one entry"),
    };

    private YamlNode Need(string key) => Find(key) ?? throw Error(node, key, "this key here; it is missing");

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private string ReadText(string key, YamlNode value) =>
        value is YamlScalarNode { Value: { } text } && text.Trim() is { Length: > 0 } trimmed
            ? trimmed
            : throw Error(value, key, "a text that is not empty");

    private PackMap ToMap(string key, YamlNode value) =>
        value is YamlMappingNode map ? new PackMap(file, map) : throw Error(value, key, "keys with values");

    private PackException Error(YamlNode at, string key, string expected) =>
        new($"{file}, line {at.Start.Line}, column {at.Start.Column}, key '{key}': expected {expected}.");

    private static string NameOf(YamlNode key) => (key as YamlScalarNode)?.Value ?? key.ToString();
}
