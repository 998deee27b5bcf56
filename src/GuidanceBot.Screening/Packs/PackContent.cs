using GuidanceBot.Screening.Rules;

namespace GuidanceBot.Screening.Packs;

/// <summary>What all packs together say, compiled.</summary>
/// <param name="Phrases">Every phrase, ready to be looked for.</param>
/// <param name="Rules">The rules in the order of the packs.</param>
/// <param name="Exceptions">Groups of phrases within which no rule speaks.</param>
/// <param name="Off">Categories that the owner's pack switches off.</param>
/// <param name="On">Categories that the owner's pack switches on: strong language.</param>
/// <param name="Warnings">What looks like a slip of its owner.</param>
internal sealed record PackContent(
    PhraseBook Phrases,
    Rule[] Rules,
    int[] Exceptions,
    IReadOnlySet<FindingCategory> Off,
    IReadOnlySet<FindingCategory> On,
    IReadOnlyList<string> Warnings);
