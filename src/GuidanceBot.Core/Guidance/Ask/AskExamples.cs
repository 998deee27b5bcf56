namespace GuidanceBot.Guidance;

/// <summary>A question as somebody might type it, and how it is to be answered.</summary>
/// <param name="Question">The question; typos are meant.</param>
/// <param name="Kind">How to answer it.</param>
/// <param name="Takeaway">The takeaway that answers it first, 1 to 12; 0 where it is declined.</param>
public sealed record AskExample(string Question, AskKind Kind, int Takeaway);

/// <summary>Everything the ranker learns from: example questions and words that mean the same.</summary>
/// <param name="Examples">In the order of the packs.</param>
/// <param name="Spellings">Short forms and what they stand for: "pts" is "patients".</param>
/// <param name="Concepts">Names of concepts and the words that stand for each: "network" is "twitter", "tiktok", ...</param>
public sealed record AskExamples(
    IReadOnlyList<AskExample> Examples,
    IReadOnlyDictionary<string, string> Spellings,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Concepts)
{
    /// <summary>The concept whose words make a question one about law, which gets its fixed answer.</summary>
    public const string Law = "law";
}
