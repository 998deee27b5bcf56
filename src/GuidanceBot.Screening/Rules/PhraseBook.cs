using System.Numerics;
using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Rules;

/// <summary>All compiled phrases of all packs, ready to be looked for: which word wakes which phrase.</summary>
internal sealed class PhraseBook
{
    private readonly Phrase[] phrases;
    private readonly Wake[] wakes;
    private readonly int[] starts; // of what a word wakes
    private readonly Wake[][] wakesByShape;
    private readonly Compounds compounds;
    private readonly SetPresence presence;
    private readonly PhraseMatcher matcher;

    /// <param name="numbers">The words that packs know and their numbers; 0 is every other word.</param>
    /// <param name="words">How many numbers there are, 0 included.</param>
    /// <param name="compounds">Terms of several words, which have numbers too.</param>
    /// <param name="sets">The sets that phrases speak of.</param>
    /// <param name="phrases">The phrases.</param>
    /// <param name="groups">How many groups of phrases there are.</param>
    public PhraseBook(WordSlots numbers, int words, Compounds compounds, IReadOnlyList<WordSet> sets, Phrase[] phrases, int groups)
    {
        Numbers = numbers;
        Groups = groups;
        this.compounds = compounds;
        this.phrases = phrases;
        matcher = new PhraseMatcher(new WordSets(sets));
        presence = new SetPresence(phrases.Where(p => !p.IsOneWord).SelectMany(p => new[] { p.AlsoFirst, p.AlsoSecond }), sets, words);

        var woken = Enumerable.Range(0, words).Select(_ => new List<Wake>()).ToArray();
        var byShape = Enumerable.Range(0, 8).Select(_ => new List<Wake>()).ToArray();
        for (var p = 0; p < phrases.Length; p++)
        {
            var wake = WakeOf(p);
            var anchor = sets[phrases[p].Steps[phrases[p].Anchor].Value];
            foreach (var word in anchor.Words)
                woken[word].Add(wake);
            for (var shape = 0; shape < byShape.Length; shape++)
            {
                if (((int)anchor.Shapes >> shape & 1) != 0)
                    byShape[shape].Add(wake);
            }
        }

        wakes = [.. woken.SelectMany(list => list)];
        wakesByShape = [.. byShape.Select(list => list.ToArray())];
        starts = new int[words + 1];
        for (var word = 0; word < words; word++)
            starts[word + 1] = starts[word] + woken[word].Count;
    }

    /// <summary>The number of each word that packs know.</summary>
    public WordSlots Numbers { get; }

    /// <summary>How many groups of phrases there are.</summary>
    public int Groups { get; }

    /// <summary>Finds every phrase in the message and adds it to <paramref name="hits"/>.</summary>
    public void Find(TokenLine line, PhraseHits hits)
    {
        compounds.Mark(line);
        var present = line.Bits(presence.Width);
        presence.Read(line, present);
        var words = line.Words;
        for (var at = 0; at < words.Length; at++)
        {
            Try(line, present, at, 1, WokenBy(words[at].Number), hits);
            for (var left = (int)words[at].Shapes; left != 0; left &= left - 1)
                Try(line, present, at, 1, wakesByShape[BitOperations.TrailingZeroCount(left)], hits);
            for (var c = line.FirstCompound(at); c >= 0; c = line.NextCompound(c))
                Try(line, present, at, line.Compound(c).Length, WokenBy(line.Compound(c).Number), hits);
        }
    }

    private void Try(TokenLine line, ReadOnlySpan<ulong> present, int at, int length, ReadOnlySpan<Wake> woken, PhraseHits hits)
    {
        foreach (ref readonly var wake in woken)
        {
            if ((present[wake.FirstBit >> 6] >> wake.FirstBit & present[wake.SecondBit >> 6] >> wake.SecondBit & 1) == 0)
                continue;
            if (wake.Group >= 0)
                hits.Add(new PhraseHit(wake.Group, at, at + length));
            else
                Match(line, phrases[wake.Phrase], at, length, hits);
        }
    }

    private void Match(TokenLine line, Phrase phrase, int anchor, int length, PhraseHits hits)
    {
        if (!matcher.Suits(line, phrase, anchor, length))
            return;
        for (var before = phrase.MinBefore; before <= phrase.MaxBefore && anchor - before >= 0; before++)
        {
            if (before > 0 && !matcher.MayBegin(line, anchor - before, phrase.Steps[0]))
                continue;
            var end = matcher.End(line, phrase, anchor - before, anchor);
            if (end < 0)
                continue;
            hits.Add(new PhraseHit(phrase.Group, anchor - before, end));
            break;
        }
    }

    private ReadOnlySpan<Wake> WokenBy(int word) => wakes.AsSpan(starts[word]..starts[word + 1]);

    // A phrase of one word says all by its waking.
    private Wake WakeOf(int phrase) => phrases[phrase].IsOneWord
        ? new Wake(phrase, phrases[phrase].Group, SetPresence.Always, SetPresence.Always)
        : new Wake(phrase, -1, presence.Bits[phrases[phrase].AlsoFirst], presence.Bits[phrases[phrase].AlsoSecond]);

    /// <summary>A phrase that wakes if both bits are present; its group where that alone is a find, -1 elsewhere.</summary>
    private readonly record struct Wake(int Phrase, int Group, int FirstBit, int SecondBit);
}
