namespace GuidanceBot.Guidance;

/// <summary>A question people may ask and the topic that answers it; what the ranker learns from.</summary>
/// <param name="Question">As somebody might type it.</param>
/// <param name="Takeaway">The takeaway that answers it first, or 0 where none does.</param>
public sealed record AskExample(string Question, int Takeaway);

/// <summary>Everything the ranker learns from: example questions and words that mean the same.</summary>
/// <param name="Examples">In the order of the packs.</param>
/// <param name="Spellings">Short forms and what they stand for: "pts" is "patients".</param>
/// <param name="Concepts">Names of concepts and the words that stand for each: "network" is "twitter", "tiktok", ...</param>
public sealed record AskExamples(
    IReadOnlyList<AskExample> Examples,
    IReadOnlyDictionary<string, string> Spellings,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Concepts);
