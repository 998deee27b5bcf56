using GuidanceBot.Packs;

namespace GuidanceBot.Guidance;

/// <summary>Reads <c>synonyms.yaml</c> and the example questions in <c>questions/</c>.</summary>
internal static class AskExamplesReader
{
    public static AskExamples Read(string directory)
    {
        var synonyms = PackFile.Read(directory, "synonyms.yaml").Only("spellings", "concepts");
        var spellings = synonyms.Map("spellings");
        var concepts = synonyms.Map("concepts");
        return new AskExamples(
            ReadQuestions(Path.Combine(directory, "questions")),
            spellings.Keys.ToDictionary(k => k.ToLowerInvariant(), spellings.Text),
            concepts.Keys.ToDictionary(k => k, concepts.Texts));
    }

    private static IReadOnlyList<AskExample> ReadQuestions(string directory)
    {
        var examples = new List<AskExample>();
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in PackFile.ReadAll(directory))
        {
            var takeaway = file.Only("takeaway", "questions").Number("takeaway", 0, 12);
            foreach (var question in file.Texts("questions"))
            {
                if (!seen.Add(question))
                    throw file.Error("questions", $"each question in one file only, found '{question}' again");

                examples.Add(new AskExample(question, takeaway));
            }
        }

        var missing = Enumerable.Range(0, 13).Except(examples.Select(e => e.Takeaway)).ToList();
        return missing.Count == 0
            ? examples
            : throw new PackException($"{directory}: expected questions for every takeaway from 1 to 12 and for 0 (out of scope); missing {string.Join(", ", missing)}.");
    }
}
