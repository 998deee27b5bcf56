namespace GuidanceBot.Guidance;

/// <summary>Answers whose words are always the same, because inventing any would do harm.</summary>
/// <param name="Law">To what the law requires; takeaways follow it.</param>
/// <param name="Doses">To doses, treatment and other clinical questions.</param>
/// <param name="OutOfScope">To anything that is not about being online as a clinician.</param>
/// <param name="OwnData">To requests about what the bot keeps.</param>
public sealed record FixedAnswers(string Law, string Doses, string OutOfScope, string OwnData);
