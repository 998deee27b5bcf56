using System.Numerics;

namespace GuidanceBot.Screening.Rules;

/// <summary>All compiled phrases of all packs, ready to be looked for: which word wakes which phrase.</summary>
internal sealed class PhraseBook
{
    private readonly Phrase[] phrases;
    private readonly Phrase[][] wokenBy;
    private readonly Phrase[][] wokenByShape;
    private readonly WordSets sets;
    private readonly Compounds compounds;
    private readonly PhraseMatcher matcher;

    public PhraseBook(WordTable words, Compounds compounds, IReadOnlyList<WordSet> sets, Phrase[] phrases, int groups)
    {
        Words = words;
        Groups = groups;
        this.compounds = compounds;
        this.phrases = phrases;
        this.sets = new WordSets(sets, words.Count);
        matcher = new PhraseMatcher(this.sets);
        wokenBy = Wake(words.Count, sets);
        wokenByShape = [.. Enumerable.Range(0, 8).Select(bit => phrases.Where(p => ((int)AnchorOf(p, sets).Shapes >> bit & 1) != 0).ToArray())];
    }

    public WordTable Words { get; }

    /// <summary>How many groups of phrases there are.</summary>
    public int Groups { get; }

    /// <summary>Finds every phrase in the message and adds it to <paramref name="hits"/>.</summary>
    public void Find(TokenLine line, PhraseHits hits)
    {
        compounds.Mark(line);
        var present = line.Present(sets.Width);
        for (var at = 0; at < line.Count; at++)
        {
            if (line.Word[at] != 0)
                sets.Add(present, line.Word[at]);
            sets.Add(present, line.Shape[at]);
            for (var c = line.FirstCompound(at); c >= 0; c = line.NextCompound(c))
                sets.Add(present, line.Compound(c).Number);
        }

        for (var at = 0; at < line.Count; at++)
        {
            Try(line, present, at, 1, wokenBy[line.Word[at]], hits);
            for (var left = (int)line.Shape[at]; left != 0; left &= left - 1)
                Try(line, present, at, 1, wokenByShape[BitOperations.TrailingZeroCount(left)], hits);
            for (var c = line.FirstCompound(at); c >= 0; c = line.NextCompound(c))
                Try(line, present, at, line.Compound(c).Length, wokenBy[line.Compound(c).Number], hits);
        }
    }

    private void Try(TokenLine line, ReadOnlySpan<ulong> present, int at, int length, Phrase[] woken, PhraseHits hits)
    {
        foreach (var phrase in woken)
        {
            // Nearly every phrase that wakes falls asleep here: another of its words is nowhere in the message.
            if (!WordSets.IsPresent(present, phrase.AlsoFirst) || !WordSets.IsPresent(present, phrase.AlsoSecond))
                continue;
            if (phrase.IsOneWord)
            {
                hits.Add(new PhraseHit(phrase.Group, at, at + length));
                continue;
            }

            for (var before = phrase.MinBefore; before <= phrase.MaxBefore && at - before >= 0; before++)
            {
                if (before > 0 && !matcher.MayBegin(line, at - before, phrase.Steps[0]))
                    continue;
                var end = matcher.End(line, phrase, at - before, at);
                if (end < 0)
                    continue;
                hits.Add(new PhraseHit(phrase.Group, at - before, end));
                break;
            }
        }
    }

    private static WordSet AnchorOf(Phrase phrase, IReadOnlyList<WordSet> sets) => sets[phrase.Steps[phrase.Anchor].Value];

    private Phrase[][] Wake(int words, IReadOnlyList<WordSet> sets)
    {
        var woken = new List<Phrase>?[words];
        foreach (var phrase in phrases)
        {
            foreach (var word in AnchorOf(phrase, sets).Words)
                (woken[word] ??= []).Add(phrase);
        }

        return [.. woken.Select(list => list?.ToArray() ?? [])];
    }
}
