namespace GuidanceBot.Guidance;

/// <summary>Guidance that a takeaway or a tip rests on, linked and never copied.</summary>
/// <param name="Id">Short stable id that packs refer to.</param>
/// <param name="Title">Title as the issuing body gives it.</param>
/// <param name="Body">Who issued it.</param>
/// <param name="Year">When, as far as known; null where the page bears no date.</param>
/// <param name="Link">Where it was read.</param>
/// <param name="Mark">How near to the issuing body it was read.</param>
/// <param name="Says">What it says, in one sentence of our own.</param>
public sealed record Source(string Id, string Title, string Body, string? Year, Uri Link, SourceMark Mark, string Says);

/// <summary>How near to the issuing body a source was read. What was never read is no source.</summary>
public enum SourceMark
{
    /// <summary>On the issuing body's own page.</summary>
    Primary,

    /// <summary>On a mirror of the document.</summary>
    Mirror,

    /// <summary>In someone else's account of it.</summary>
    Secondary,
}
