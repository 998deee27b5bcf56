using System.Text.RegularExpressions;

namespace GuidanceBot.Screening.Rules;

/// <summary>A regular expression of a pack. It runs only on messages with one of its words, in linear time.</summary>
/// <param name="Regex">NonBacktracking, so that no text can make it slow.</param>
/// <param name="Gate">The group of phrases one of which must be there; -1 runs it on every message.</param>
internal sealed record WordPattern(Regex Regex, int Gate);
