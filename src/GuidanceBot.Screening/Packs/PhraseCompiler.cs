using GuidanceBot.Screening.Rules;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Packs;

/// <summary>Turns the phrases of all packs into one <see cref="PhraseBook"/>.</summary>
internal sealed class PhraseCompiler
{
    // 0 is every word that no pack knows.
    private const int FirstWord = 1;

    private readonly Dictionary<ulong, int> words = [];
    private readonly List<string> names = [];
    private readonly List<(int Number, int[] Words)> compounds = [];
    private readonly List<WordSet> sets = [];
    private readonly Dictionary<string, int> setNumbers = new(StringComparer.Ordinal);
    private readonly List<Phrase> phrases = [];
    private readonly Dictionary<string, PackNode> lists = new(StringComparer.Ordinal);
    private readonly List<string> warnings = [];
    private int groups;

    /// <summary>What looks like a slip of its owner, in sentences that name the place.</summary>
    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>Makes the lists known that phrases may name in braces. A later list of the same name replaces the earlier one.</summary>
    public void AddList(PackNode list) => lists[list.Key] = list;

    public int NewGroup() => groups++;

    /// <summary>Compiles one phrase into the group.</summary>
    public void Add(int group, PackNode node)
    {
        warnings.AddRange(PhraseSlips.In(node));
        foreach (var parts in PhraseText.Parse(node))
            phrases.Add(Anchored(group, Steps(parts, node), node));
    }

    private List<Step> Steps(List<PhraseText.Part> parts, PackNode node)
    {
        var steps = new List<Step>();
        foreach (var part in parts)
        {
            switch (part.Kind)
            {
                case PhraseText.PartKind.Words when part.Choices is [var only] && IsPlain(only):
                    foreach (var word in FoldedWords.Of(only))
                        steps.Add(new(part.Optional ? StepKind.TakeOrNot : StepKind.Take, Set(word, [word], node)));
                    break;
                case PhraseText.PartKind.Words:
                    steps.Add(new(part.Optional ? StepKind.TakeOrNot : StepKind.Take, Set(string.Join('|', part.Choices), part.Choices, node)));
                    break;
                case PhraseText.PartKind.Gap:
                    steps.Add(new(StepKind.Skip, part.Length));
                    break;
                case PhraseText.PartKind.WideGap:
                    steps.Add(new(StepKind.SkipAcross, part.Length));
                    break;
                case PhraseText.PartKind.SentenceStart:
                    steps.Add(new(StepKind.AtStart, 0));
                    break;
                case PhraseText.PartKind.SentenceEnd:
                    steps.Add(new(StepKind.AtEnd, 0));
                    break;
            }
        }

        return steps;
    }

    public PhraseBook Build()
    {
        var numbers = new WordSlots(words.Count);
        foreach (var (hash, number) in words)
            numbers[hash] = (uint)number;
        var count = FirstWord + words.Count;
        return new(numbers, count, new Compounds(compounds, count), sets, [.. phrases], groups);
    }

    private static bool IsPlain(string choice) => !choice.Contains('{') && !choice.Contains('~') && !choice.Contains('_');

    private int Set(string key, IReadOnlyList<string> choices, PackNode node)
    {
        if (setNumbers.TryGetValue(key, out var number))
            return number;
        var set = new WordSet();
        foreach (var choice in choices)
            Fill(set, choice, node, depth: 0);
        if (set.IsEmpty)
            throw node.Wrong($"{key} holds no word");
        sets.Add(set);
        return setNumbers[key] = sets.Count - 1;
    }

    private void Fill(WordSet set, string choice, PackNode node, int depth)
    {
        if (choice is ['{', .. var name, '}'])
        {
            if (ShapeOf(name) is { } shape)
                set.Add(shape);
            else if (!lists.TryGetValue(name, out var list))
                throw node.Wrong($"no list is called {name}");
            else if (depth > 8)
                throw node.Wrong($"the list {name} contains itself");
            else
                foreach (var item in list.Items())
                    Fill(set, item.Text().Contains('|') ? throw item.Wrong("a list has no choices; write each as an item of its own") : item.Text(), item, depth + 1);
            return;
        }

        foreach (var spelled in Spellings(choice.Replace('_', ' '), node))
        {
            var folded = FoldedWords.Of(spelled);
            if (folded.Length == 0)
                throw node.Wrong($"expected a word, found only signs in {choice} of '{node.Text()}'");
            if (folded.Length == 1)
                set.Add(Word(folded[0]), 1);
            else
                set.Add(Compound(folded), folded.Length);
        }
    }

    // A tilde stands for the forms of its own word: "throw~ out" is throws out, throwing out ...
    private static IEnumerable<string> Spellings(string choice, PackNode node)
    {
        var tilde = choice.IndexOf('~', StringComparison.Ordinal);
        if (tilde < 0)
            return [choice];
        var begin = choice.LastIndexOf(' ', tilde) + 1;
        if (begin == tilde)
            throw node.Wrong("expected a word before ~");
        return WordForms.Of(choice[begin..tilde]).Select(form => choice[..begin] + form + choice[(tilde + 1)..]);
    }

    private static Shapes? ShapeOf(string name) => name switch
    {
        "number" => Shapes.Number,
        "mention" => Shapes.Mention,
        "link" => Shapes.Link,
        "name" => Shapes.Name,
        "place" => Shapes.Place,
        "coined" => Shapes.Coined,
        _ => null,
    };

    private int Word(string folded)
    {
        var hash = FoldedWords.Hash(folded);
        if (words.TryGetValue(hash, out var number))
            return number;
        names.Add(folded);
        return words[hash] = FirstWord + words.Count;
    }

    private int Compound(string[] folded)
    {
        var known = names.Count;
        var number = Word(string.Join(' ', folded));
        if (names.Count > known)
            compounds.Add((number, [.. folded.Select(Word)]));
        return number;
    }

    private Phrase Anchored(int group, List<Step> steps, PackNode node)
    {
        var best = -1;
        var bestCost = double.MaxValue;
        for (var s = 0; s < steps.Count; s++)
        {
            if (steps[s].Kind is not StepKind.Take)
                continue;
            var cost = Cost(sets[steps[s].Value]);
            if (cost < bestCost)
                (best, bestCost) = (s, cost);
        }

        if (best < 0)
            throw node.Wrong("expected at least one word that must be there");
        var (least, most) = (0, 0);
        var span = 0;
        for (var s = 0; s < steps.Count; s++)
        {
            if (s == best)
                most = span;
            span += LongestOf(steps[s]);
            if (s < best)
                least += steps[s].Kind is StepKind.Take ? sets[steps[s].Value].Shortest : 0;
        }

        if (span > Phrase.MaxSpan)
            throw node.Wrong($"expected a phrase that spans at most {Phrase.MaxSpan} words, gaps included; this one may span {span}");
        var others = steps
            .Where((step, at) => step.Kind is StepKind.Take && at != best)
            .OrderBy(step => Cost(sets[step.Value]))
            .Select(step => step.Value)
            .ToList();
        var first = others.Count > 0 ? others[0] : steps[best].Value;
        return new Phrase(group, [.. steps], best, least, most, first, others.Count > 1 ? others[1] : first)
        {
            // What stands before may be the end of a compound, which is not looked for backwards.
            RightBefore = best > 0 && steps[best - 1] is { Kind: StepKind.Take, Value: var before } && sets[before].Longest == 1 ? before : -1,
            RightAfter = best + 1 < steps.Count && steps[best + 1] is { Kind: StepKind.Take, Value: var after } ? after : -1,
        };
    }

    private int LongestOf(Step step) => step.Kind switch
    {
        StepKind.Take or StepKind.TakeOrNot => sets[step.Value].Longest,
        StepKind.Skip or StepKind.SkipAcross => step.Value,
        _ => 0,
    };

    private double Cost(WordSet set) =>
        set.Words.Sum(Cost) + (set.Shapes == 0 ? 0 : 60);

    private double Cost(int word) => CommonWords.Cost(names[word - FirstWord]);
}
