namespace GuidanceBot.Screening.Rules;

/// <summary>A phrase of <paramref name="Group"/> was found from word <paramref name="Start"/> up to before <paramref name="End"/>.</summary>
internal readonly record struct PhraseHit(int Group, int Start, int End);
