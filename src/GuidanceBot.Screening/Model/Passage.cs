using System.Runtime.CompilerServices;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Model;

/// <summary>Which words of a message speak loudest for a category: what a finding of the model points at.</summary>
internal static class Passage
{
    // Words that weigh less than this on their own end a passage.
    private const int Silence = 12;

    /// <summary>The passage with the greatest weight, in positions of the original.</summary>
    public static TextSpan Of(ReadOnlySpan<Unit> units, FoldedText text, Weights weights, int category)
    {
        var each = new int[units.Length];
        var sink = new PerUnit(each, weights, category);
        Features.Read(units, ref sink);

        int best = int.MinValue, from = 0, to = 0, sum = 0, start = 0;
        for (var i = 0; i < each.Length; i++)
        {
            if (sum <= 0)
                (sum, start) = (0, i);
            sum += each[i] - Silence;
            if (sum > best)
                (best, from, to) = (sum, start, i);
        }

        var tokens = text.Tokens;
        return text.ToOriginal(tokens[units[from].Token].Start, tokens[units[to].Token].End);
    }

    private readonly ref struct PerUnit(Span<int> each, Weights weights, int category) : IFeatureSink
    {
        private readonly Span<int> each = each;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ulong feature, int unit) => each[unit] += weights.Of(feature, category);
    }
}
