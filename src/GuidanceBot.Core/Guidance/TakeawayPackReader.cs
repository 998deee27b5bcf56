using GuidanceBot.Packs;

namespace GuidanceBot.Guidance;

/// <summary>Puts the pack together from the files of <c>config/guidance</c>.</summary>
internal static class TakeawayPackReader
{
    public static TakeawayPack Read(string directory)
    {
        var sources = SourceReader.Read(PackFile.Read(directory, "sources.yaml"));
        var main = PackFile.Read(directory, "takeaways.yaml").Only("attribution", "video", "takeaways");
        return new TakeawayPack
        {
            Takeaways = ReadTakeaways(main, sources),
            Attribution = main.Text("attribution"),
            Video = ReadVideo(main.Map("video")),
            Answers = ReadAnswers(PackFile.Read(directory, "answers.yaml")),
            Sources = sources,
            Ask = AskExamplesReader.Read(directory),
        };
    }

    private static IReadOnlyList<Takeaway> ReadTakeaways(PackMap file, IReadOnlyDictionary<string, Source> sources)
    {
        var takeaways = new SortedDictionary<int, Takeaway>();
        foreach (var entry in file.Maps("takeaways"))
        {
            var takeaway = ReadTakeaway(entry, sources);
            if (!takeaways.TryAdd(takeaway.Number, takeaway))
                throw entry.Error("number", $"each number from 1 to 12 once, found {takeaway.Number} again");
        }

        var missing = Enumerable.Range(1, 12).Except(takeaways.Keys).ToList();
        return missing.Count == 0
            ? [.. takeaways.Values]
            : throw file.Error("takeaways", $"all twelve, 1 to 12; missing {string.Join(", ", missing)}");
    }

    private static Takeaway ReadTakeaway(PackMap entry, IReadOnlyDictionary<string, Source> sources)
    {
        entry.Only("number", "wording", "explanation", "do", "avoid", "example", "if_it_happened", "nuance", "origin", "sources");
        var example = entry.Map("example").Only("before", "after");
        return new Takeaway
        {
            Number = entry.Number("number", 1, 12),
            Wording = entry.Text("wording"),
            Explanation = entry.Text("explanation"),
            Do = entry.Texts("do"),
            Avoid = entry.Texts("avoid"),
            Example = new TakeawayExample(example.Text("before"), example.Text("after")),
            IfItHappened = entry.OptionalTexts("if_it_happened"),
            Nuance = entry.OptionalText("nuance"),
            Origin = entry.OptionalText("origin"),
            Sources = SourceReader.Find(entry, "sources", sources),
        };
    }

    private static Video ReadVideo(PackMap entry)
    {
        entry.Only("title", "link", "published", "about");
        return new Video(entry.Text("title"), entry.Link("link"), entry.Text("published"), entry.Text("about"));
    }

    private static FixedAnswers ReadAnswers(PackMap file)
    {
        file.Only("law", "doses", "out_of_scope", "own_data");
        return new FixedAnswers(file.Text("law"), file.Text("doses"), file.Text("out_of_scope"), file.Text("own_data"));
    }
}
