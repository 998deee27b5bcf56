namespace GuidanceBot.Screening;

/// <summary>How sure a rule must be before it speaks: the score a finding must reach.</summary>
public enum Sensitivity
{
    /// <summary>Only what is very likely: fewer cards, more missed.</summary>
    Low,

    /// <summary>The default, which the published figures are measured at.</summary>
    Normal,

    /// <summary>Also what is merely likely: more cards, fewer missed.</summary>
    High,
}

/// <summary>What one community wants screened.</summary>
public sealed record ScreenOptions
{
    /// <summary>The defaults: normal sensitivity, no strong language, every other category.</summary>
    public static ScreenOptions Default { get; } = new();

    /// <summary>How sure a rule must be.</summary>
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Normal;

    /// <summary>Whether strong language is a finding. Off by default.</summary>
    public bool Profanity { get; init; }

    /// <summary>Whether the channel is for cases, where clinical stories are expected and only identifying ones matter.</summary>
    public bool CasesChannel { get; init; }

    /// <summary>Categories this community has switched off.</summary>
    public IReadOnlySet<FindingCategory> Off { get; init; } = new HashSet<FindingCategory>();

    /// <summary>Rule ids this channel has accepted exceptions for: their findings are left out.</summary>
    public IReadOnlySet<string> Exceptions { get; init; } = new HashSet<string>();
}

/// <summary>A file that came with a message, judged by its name and type only.</summary>
/// <param name="Name">File name as the platform gives it.</param>
/// <param name="ContentType">MIME type, where the platform tells.</param>
/// <param name="Size">Bytes, where the platform tells.</param>
public sealed record AttachmentInfo(string Name, string? ContentType = null, long? Size = null);
