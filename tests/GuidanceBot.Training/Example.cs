using GuidanceBot.Screening;
using GuidanceBot.Screening.Identifiers;
using GuidanceBot.Screening.Model;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Training;

/// <summary>A message as the trainer sees it.</summary>
/// <param name="Message">The message.</param>
/// <param name="Stretches">Its features and how much of each, stretch by stretch, as screening weighs them.</param>
/// <param name="Rules">The rules that spoke, with the category of each.</param>
internal sealed record Example(Message Message, IReadOnlyList<IReadOnlyDictionary<ulong, float>> Stretches, IReadOnlyList<(string Rule, FindingCategory Category)> Rules)
{
    /// <summary>Reads messages the way screening does.</summary>
    public static List<Example> Of(IEnumerable<Message> messages, Screener rules, Themes themes)
    {
        var units = new Units();
        var identifiers = new List<Identifier>();
        return [.. messages.Select(m => One(m, rules, themes, units, identifiers))];
    }

    private static Example One(Message message, Screener rules, Themes themes, Units units, List<Identifier> identifiers)
    {
        using var folded = FoldedText.Of(message.Text);
        identifiers.Clear();
        IdentifierFinder.Find(folded, identifiers);
        SecondLook.Complete(message.Text, identifiers);
        units.Read(folded, identifiers);

        var found = rules.Examine(message.Text).Findings.Select(f => (f.Rule, f.Category)).Distinct().ToList();
        var stretches = new List<IReadOnlyDictionary<ulong, float>>();
        for (var i = 0; i < Stretch.Count(units.Count); i++)
        {
            var stretch = units.All[Stretch.At(i, units.Count)];
            var sink = new Collector([], Stretch.Share(stretch.Length), themes);
            Features.Read(stretch, ref sink);
            foreach (var (rule, _) in found)
                sink.Values[Features.Rule(rule)] = 1;
            stretches.Add(sink.Values);
        }

        return new Example(message, stretches, found);
    }

    private readonly struct Collector(Dictionary<ulong, float> values, float share, Themes themes) : IFeatureSink
    {
        public Dictionary<ulong, float> Values { get; } = values;

        public void Add(ulong feature, int unit)
        {
            Put(feature);
            foreach (var theme in themes.Of(feature))
                Put(theme);
        }

        private void Put(ulong feature) => Values[feature] = Values.GetValueOrDefault(feature) + share;
    }
}
