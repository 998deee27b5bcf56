using System.Globalization;
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
        if (!concepts.Has(AskExamples.Law))
            throw synonyms.Error("concepts", $"a concept '{AskExamples.Law}'; its words call for the fixed answer on law");

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
            var (kind, takeaway) = ReadTopic(file.Only("topic", "questions"));
            foreach (var question in file.Texts("questions"))
            {
                if (!seen.Add(question))
                    throw file.Error("questions", $"each question in one file only, found '{question}' again");

                examples.Add(new AskExample(question, kind, takeaway));
            }
        }

        var missing = Enumerable.Range(1, 12).Except(examples.Select(e => e.Takeaway)).ToList();
        if (missing.Count > 0)
            throw new PackException($"{directory}: expected questions for every topic from 1 to 12; missing {string.Join(", ", missing)}.");

        return examples.Exists(e => e.Kind is AskKind.OutOfScope)
            ? examples
            : throw new PackException($"{directory}: expected questions with the topic 'out_of_scope' too; without them nothing could be declined.");
    }

    private static (AskKind Kind, int Takeaway) ReadTopic(PackMap file) => file.Text("topic") switch
    {
        "doses" => (AskKind.Doses, 0),
        "own_data" => (AskKind.OwnData, 0),
        "out_of_scope" => (AskKind.OutOfScope, 0),
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 12 =>
            (AskKind.Answered, number),
        var other => throw file.Error("topic", $"a takeaway's number from 1 to 12, doses, own_data or out_of_scope, found '{other}'"),
    };
}
