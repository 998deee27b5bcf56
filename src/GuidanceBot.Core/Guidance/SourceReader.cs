using GuidanceBot.Packs;

namespace GuidanceBot.Guidance;

/// <summary>Reads <c>sources.yaml</c> and looks up the ids that other packs name.</summary>
internal static class SourceReader
{
    public static IReadOnlyDictionary<string, Source> Read(PackMap file)
    {
        var sources = new Dictionary<string, Source>(StringComparer.Ordinal);
        foreach (var entry in file.Only("sources").Maps("sources"))
        {
            var source = ReadOne(entry);
            if (!sources.TryAdd(source.Id, source))
                throw entry.Error("id", $"an id that no other source has, found '{source.Id}' again");
        }

        return sources;
    }

    public static IReadOnlyList<Source> Find(PackMap entry, string key, IReadOnlyDictionary<string, Source> sources) =>
        [.. entry.Texts(key).Select(id => sources.TryGetValue(id, out var source)
            ? source
            : throw entry.Error(key, $"ids from sources.yaml, found '{id}'"))];

    private static Source ReadOne(PackMap entry)
    {
        entry.Only("id", "title", "body", "year", "link", "mark", "says");
        return new Source(
            entry.Text("id"),
            entry.Text("title"),
            entry.Text("body"),
            entry.OptionalText("year"),
            entry.Link("link"),
            entry.Text("mark") switch
            {
                "P" => SourceMark.Primary,
                "M" => SourceMark.Mirror,
                "S" => SourceMark.Secondary,
                var other => throw entry.Error("mark", $"P (read on the body's own page), M (on a mirror) or S (a secondary source), found '{other}'"),
            },
            entry.Text("says"));
    }
}
