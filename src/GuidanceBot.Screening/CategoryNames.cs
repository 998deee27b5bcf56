namespace GuidanceBot.Screening;

/// <summary>The names of categories, kinds and severities: for scripts (snake case) and for people.</summary>
public static class CategoryNames
{
    private static readonly (string Name, string Label, int[] First)[] Categories =
    [
        ("patient_identifier", "A patient may be recognisable", [6]),
        ("patient_story_identifiable", "Details that together may point to one person", [6]),
        ("patient_image_or_file", "May show or name a patient", [5]),
        ("disparaging_patient", "Could hurt a patient who reads it", [6]),
        ("disparaging_colleague_or_employer", "Harsh about a person or workplace", [11]),
        ("personal_medical_advice", "Reads like advice to one person", [1]),
        ("undisclosed_promotion", "Is there a link to declare?", [10]),
        ("misinformation", "A health claim that needs a source", [1]),
        ("anonymity_or_impersonation", "Unclear who is speaking", [8]),
        ("harassment_or_threat", "May feel threatening", [11]),
        ("boundary_violation", "Contact beyond care", [6]),
        ("profanity", "Strong language", [6]),
        ("distress", "", []),
    ];

    private static readonly string[] Kinds = ["name", "date", "phone", "email", "id", "address", "age_over_89", "url_ip"];

    /// <summary>The name that scripts and packs use, such as <c>patient_identifier</c>.</summary>
    public static string Name(this FindingCategory category) => Categories[(int)category].Name;

    /// <summary>What a member reads. Empty for distress, which is never named to anybody.</summary>
    public static string Label(this FindingCategory category) => Categories[(int)category].Label;

    /// <summary>The takeaways to show for the category, the first one first; empty for distress. Never starts with 4.</summary>
    public static IReadOnlyList<int> Takeaways(this FindingCategory category) => Categories[(int)category].First;

    /// <summary>The name that scripts and packs use, such as <c>age_over_89</c>.</summary>
    public static string Name(this IdentifierKind kind) => Kinds[(int)kind];

    /// <summary>The mask that takes the place of an identifier, such as <c>[NAME]</c>.</summary>
    public static string Mask(this IdentifierKind kind) => $"[{Kinds[(int)kind].ToUpperInvariant()}]";

    /// <summary>The name that scripts and packs use, such as <c>high</c>.</summary>
    public static string Name(this Severity severity) => severity switch
    {
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        _ => "none",
    };

    /// <summary>Reads a category's script name; null when it is none.</summary>
    public static FindingCategory? ParseCategory(string name)
    {
        var index = Array.FindIndex(Categories, c => c.Name == name);
        return index < 0 ? null : (FindingCategory)index;
    }

    /// <summary>Reads a kind's script name; null when it is none.</summary>
    public static IdentifierKind? ParseKind(string name)
    {
        var index = Array.IndexOf(Kinds, name);
        return index < 0 ? null : (IdentifierKind)index;
    }

    /// <summary>Every category's script name, in the order of <see cref="FindingCategory"/>.</summary>
    public static IEnumerable<string> All => Categories.Select(c => c.Name);
}
