namespace GuidanceBot.Screening.Model;

/// <summary>The part of a message that is weighed at once: a long one would drown the clause that matters.</summary>
internal static class Stretch
{
    /// <summary>Units weighed at once.</summary>
    public const int Length = 96;

    /// <summary>Units that two neighbouring stretches share.</summary>
    public const int Overlap = 32;

    /// <summary>How many stretches a message of so many units has; at least one.</summary>
    public static int Count(int units) => 1 + (Math.Max(0, units - Overlap - 1) / (Length - Overlap));

    /// <summary>The units of one of them.</summary>
    public static Range At(int index, int units) => (index * (Length - Overlap))..Math.Min(units, (index * (Length - Overlap)) + Length);

    /// <summary>What the weights of a stretch are multiplied with, so that long and short ones compare.</summary>
    public static float Share(int units) => 2 / MathF.Sqrt(Math.Max(8, units));
}
