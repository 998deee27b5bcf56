using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace GuidanceBot.Screening.Model;

/// <summary>How far a message leans towards each category, in the model's own units.</summary>
[InlineArray(Weights.Lanes)]
internal struct Margins
{
    private float first;

    /// <summary>What the words of a message say; long messages stretch by stretch, the most telling one for each category.</summary>
    public static Margins Of(ReadOnlySpan<Unit> units, Weights weights)
    {
        var most = new Margins();
        most[..].Fill(float.NegativeInfinity);
        for (var i = 0; i < Stretch.Count(units.Length); i++)
        {
            var stretch = units[Stretch.At(i, units.Length)];
            var sum = new Sum(weights);
            Features.Read(stretch, ref sum);
            sum.RaiseTo(ref most, Stretch.Share(stretch.Length));
        }

        return most;
    }

    /// <summary>Adds what a rule that spoke says about every category.</summary>
    public void AddRule(string id, Weights weights)
    {
        var sum = new Sum(weights);
        sum.Add(Features.Rule(id), 0);
        sum.AddTo(ref this);
    }

    private ref struct Sum(Weights weights) : IFeatureSink
    {
        private Vector256<int> low;
        private Vector256<int> high;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(ulong feature, int unit) => weights.Add(feature, ref low, ref high);

        public readonly void RaiseTo(ref Margins most, float share)
        {
            for (var i = 0; i < Weights.Lanes; i++)
                most[i] = Math.Max(most[i], weights.Biases[i] + share * weights.Scales[i] * At(i));
        }

        public readonly void AddTo(ref Margins margins)
        {
            for (var i = 0; i < Weights.Lanes; i++)
                margins[i] += weights.Scales[i] * At(i);
        }

        private readonly int At(int category) => Weights.Place(category) switch
        {
            < 8 and var place => low[place],
            < 16 and var place => high[place - 8],
            _ => 0,
        };
    }
}
