namespace GuidanceBot.Screening;

/// <summary>How much harm a finding could do. Ordered, so that the greatest of several can be taken.</summary>
public enum Severity
{
    /// <summary>Nothing found.</summary>
    None,

    /// <summary>Worth a second look.</summary>
    Low,

    /// <summary>Could hurt someone.</summary>
    Medium,

    /// <summary>Likely to hurt someone soon.</summary>
    High,
}
