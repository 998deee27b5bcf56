using GuidanceBot.Packs;

namespace GuidanceBot.Wellbeing;

/// <summary>Reads <c>lines.yaml</c> and <c>words.yaml</c>.</summary>
internal static class SupportLinesReader
{
    public static SupportLines Read(string directory)
    {
        var countries = new Dictionary<string, CountrySupport>(StringComparer.Ordinal);
        foreach (var entry in PackFile.Read(directory, "lines.yaml").Only("countries").Maps("countries"))
        {
            var country = ReadCountry(entry);
            if (!countries.TryAdd(country.Code, country))
                throw entry.Error("code", $"each country once, found '{country.Code}' again");
        }

        return new SupportLines { Countries = countries, Words = ReadWords(PackFile.Read(directory, "words.yaml")) };
    }

    private static CountrySupport ReadCountry(PackMap entry)
    {
        entry.Only("code", "name", "emergency", "lines");
        var code = entry.Text("code");
        if (code is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z'])
            throw entry.Error("code", $"an ISO code of two capital letters such as GB, found '{code}'");

        return new CountrySupport(code, entry.Text("name"), entry.Text("emergency"), [.. entry.Maps("lines").Select(ReadLine)]);
    }

    private static SupportLine ReadLine(PackMap entry)
    {
        entry.Only("name", "number", "hours", "for", "note", "source", "checked", "confirmed");
        return new SupportLine(
            entry.Text("name"),
            entry.Text("number"),
            entry.OptionalText("hours"),
            entry.Text("for"),
            entry.OptionalText("note"),
            entry.Link("source"),
            entry.Date("checked"),
            entry.Flag("confirmed"));
    }

    private static SupportWords ReadWords(PackMap file)
    {
        file.Only("support", "still_there", "worried", "everywhere");
        var everywhere = file.Map("everywhere").Only("emergency", "lines");
        return new SupportWords(
            Holding(file, "support", "{emergency}", "{lines}"),
            Holding(file, "still_there", "{channel}"),
            Holding(file, "worried", "{emergency}", "{lines}"),
            everywhere.Text("emergency"),
            everywhere.Text("lines"));
    }

    private static string Holding(PackMap file, string key, params string[] places)
    {
        var text = file.Text(key);
        return Array.Find(places, p => !text.Contains(p, StringComparison.Ordinal)) is { } missing
            ? throw file.Error(key, $"a text that holds {missing}")
            : text;
    }
}
