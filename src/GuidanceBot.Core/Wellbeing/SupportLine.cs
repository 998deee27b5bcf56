namespace GuidanceBot.Wellbeing;

/// <summary>A number to talk to somebody.</summary>
/// <param name="Name">Who answers.</param>
/// <param name="Number">What to dial.</param>
/// <param name="Hours">When, where that is known; null otherwise.</param>
/// <param name="For">Whom it serves.</param>
/// <param name="Note">What one should know before calling; null where there is nothing.</param>
/// <param name="Source">Where the number was read.</param>
/// <param name="Checked">When it was read there.</param>
/// <param name="Confirmed">Whether a person has called or otherwise confirmed it; every line must be before a release.</param>
public sealed record SupportLine(
    string Name, string Number, string? Hours, string For, string? Note, Uri Source, DateOnly Checked, bool Confirmed);

/// <summary>What one country has.</summary>
/// <param name="Code">ISO 3166 code of two letters.</param>
/// <param name="Name">The country's name, for people.</param>
/// <param name="Emergency">The emergency number.</param>
/// <param name="Lines">Who to talk to, the most general first.</param>
public sealed record CountrySupport(string Code, string Name, string Emergency, IReadOnlyList<SupportLine> Lines);
