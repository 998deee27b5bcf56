namespace GuidanceBot.Screening.Model;

/// <summary>What people read of a finding that rests on the message as a whole.</summary>
internal static class ModelReasons
{
    // The judge of identifiers points at each one; a message that merely sounds like a patient's names none.
    private static readonly string?[] Reasons =
    [
        null,
        "Taken together, the details read like one real person's story.",
        "This reads as if a picture, recording or record of a patient is being shared.",
        "The tone may hurt a patient who reads it.",
        "This reads as harsh about a person at work or a workplace.",
        "This reads like advice for one person rather than for everybody.",
        "This reads like a recommendation; a word on any link to it would help readers.",
        "This reads like a health claim; a source would help readers judge.",
        "This leaves unclear who is speaking, or in whose name.",
        "Somebody may feel threatened or attacked by this.",
        "This reads like contact with a patient beyond care.",
        null,
        "What this says about the writer sounds heavy.",
    ];

    private static readonly string[] Rules = [.. Enum.GetValues<FindingCategory>().Select(c => $"whole.{c.Name()}")];

    /// <summary>Whether the model speaks about a category at all.</summary>
    public static bool Speaks(FindingCategory category) => Reasons[(int)category] is not null;

    /// <summary>The id that exceptions and records name.</summary>
    public static string Rule(FindingCategory category) => Rules[(int)category];

    /// <summary>The finding, with the words that weighed most.</summary>
    public static Finding Say(FindingCategory category, double score, TextSpan passage) =>
        new(category, null, null, Severity.Medium, score, category is FindingCategory.Distress ? null : passage, Rule(category), Reasons[(int)category]!, category.Takeaways());
}
