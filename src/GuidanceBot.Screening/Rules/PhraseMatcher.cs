using System.Numerics;

namespace GuidanceBot.Screening.Rules;

/// <summary>Reads one phrase against a message, all ways at once: bit n of a mask stands before word start + n.</summary>
internal sealed class PhraseMatcher(WordSets sets)
{
    /// <summary>Whether the phrase's first step can be taken at the word: a quick no before <see cref="End"/>.</summary>
    public bool MayBegin(TokenLine line, int at, Step first) =>
        first.Kind is not StepKind.Take || MayBe(line, at, first.Value);

    /// <summary>Whether the words right beside the anchor suit the phrase: another quick no.</summary>
    public bool Suits(TokenLine line, Phrase phrase, int anchor, int length) =>
        (phrase.RightBefore < 0 || anchor > 0 && !line.Words[anchor].Breaks && MayBe(line, anchor - 1, phrase.RightBefore))
        && (phrase.RightAfter < 0 || anchor + length < line.Count && !line.Words[anchor + length].Breaks && MayBe(line, anchor + length, phrase.RightAfter));

    /// <summary>Where the phrase ends when it begins at <paramref name="start"/> and runs past its anchor; -1 when it does not match.</summary>
    public int End(TokenLine line, Phrase phrase, int start, int anchor)
    {
        var reached = 1UL;
        var free = true; // the next word may stand in another sentence
        var inside = line.Inside(start);
        foreach (ref readonly var step in phrase.Steps.AsSpan())
        {
            switch (step.Kind)
            {
                case StepKind.Take:
                    reached = Take(line, start, free ? reached : reached & inside, step.Value);
                    break;
                case StepKind.TakeOrNot:
                    reached |= Take(line, start, free ? reached : reached & inside, step.Value);
                    break;
                case StepKind.Skip:
                    for (var n = 0; n < step.Value; n++)
                        reached |= (reached & inside) << 1;
                    break;
                case StepKind.SkipAcross:
                    for (var n = 0; n < step.Value; n++)
                        reached |= reached << 1;
                    break;
                case StepKind.AtStart or StepKind.AtEnd:
                    reached &= ~inside;
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
            if (bit < 63 && IsAt(line.Words[at], set))
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

    private bool MayBe(TokenLine line, int at, int set) => IsAt(line.Words[at], set) || line.FirstCompound(at) >= 0;

    private bool IsAt(in LineWord word, int set) => word.Number != 0 && sets.Has(set, word.Number) || sets.Has(set, word.Shapes);
}
