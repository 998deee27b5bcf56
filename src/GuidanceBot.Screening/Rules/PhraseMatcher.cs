using System.Numerics;

namespace GuidanceBot.Screening.Rules;

/// <summary>Reads one phrase against a message, all ways at once: bit n of a mask stands before word start + n.</summary>
internal sealed class PhraseMatcher(WordSets sets)
{
    /// <summary>Whether the phrase's first step can be taken at the word: a quick no before <see cref="End"/>.</summary>
    public bool MayBegin(TokenLine line, int at, Step first) =>
        first.Kind is not StepKind.Take || IsAt(line, at, first.Value) || line.HasCompound(at);

    /// <summary>Where the phrase ends when it begins at <paramref name="start"/> and runs past its anchor; -1 when it does not match.</summary>
    public int End(TokenLine line, Phrase phrase, int start, int anchor)
    {
        var reached = 1UL;
        var free = true; // the next word may stand in another sentence
        foreach (var step in phrase.Steps)
        {
            switch (step.Kind)
            {
                case StepKind.Take:
                    reached = Take(line, start, free ? reached : Inside(line, start, reached), step.Value);
                    break;
                case StepKind.TakeOrNot:
                    reached |= Take(line, start, free ? reached : Inside(line, start, reached), step.Value);
                    break;
                case StepKind.Skip:
                    for (var n = 0; n < step.Value; n++)
                        reached |= Inside(line, start, reached) << 1;
                    break;
                case StepKind.SkipAcross:
                    for (var n = 0; n < step.Value; n++)
                        reached |= reached << 1;
                    break;
                case StepKind.AtStart or StepKind.AtEnd:
                    reached &= ~Inside(line, start, reached);
                    break;
            }

            if (reached == 0)
                return -1;
            free = step.Kind is StepKind.SkipAcross or StepKind.AtStart;
        }

        // Only readings that run past the anchor count: others belong to another anchor.
        var beyond = anchor + 1 - start;
        reached &= beyond > 63 ? 0 : ~0UL << beyond;
        if (reached == 0)
            return -1;
        var end = start + BitOperations.TrailingZeroCount(reached);
        return end <= line.Count ? end : -1;
    }

    private ulong Take(TokenLine line, int start, ulong open, int set)
    {
        var next = 0UL;
        for (var left = open; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            var at = start + bit;
            if (at >= line.Count)
                break;
            if (bit < 63 && IsAt(line, at, set))
                next |= 2UL << bit;
            for (var c = line.FirstCompound(at); c >= 0; c = line.NextCompound(c))
            {
                var (number, length) = line.Compound(c);
                if (bit + length < 64 && sets.Has(set, number))
                    next |= 1UL << (bit + length);
            }
        }

        return next;
    }

    private bool IsAt(TokenLine line, int at, int set) => sets.Has(set, line.Word[at]) || sets.Has(set, line.Shape[at]);

    // Those of the reached places that stand before a word of the same sentence.
    private static ulong Inside(TokenLine line, int start, ulong reached)
    {
        for (var left = reached; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            if (start + bit >= line.Count || line.Breaks[start + bit])
                reached &= ~(1UL << bit);
        }

        return reached;
    }
}
