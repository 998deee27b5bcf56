using System.Numerics;

namespace GuidanceBot.Screening.Rules;

/// <summary>All compiled phrases of all packs, ready to be looked for: which word wakes which phrase, which word is in which class.</summary>
internal sealed class PhraseBook
{
    private readonly Phrase[] phrases;
    private readonly int[][] wokenBy;
    private readonly ulong[] membership;
    private readonly int stride;
    private readonly int[][][] sequences;
    private readonly Shapes[] shapes;
    private readonly int[][] wokenByShape;

    public PhraseBook(WordTable words, IReadOnlyList<WordSet> sets, Phrase[] phrases, int groups)
    {
        Words = words;
        Groups = groups;
        this.phrases = phrases;
        stride = (sets.Count + 63) / 64;
        membership = new ulong[words.Count * stride];
        sequences = new int[sets.Count][][];
        shapes = [.. sets.Select(s => s.Shapes)];
        for (var c = 0; c < sets.Count; c++)
        {
            foreach (var word in sets[c].Words)
                membership[word * stride + (c >> 6)] |= 1UL << (c & 63);
            sequences[c] = [.. sets[c].Sequences];
        }

        wokenBy = Wake(words.Count, sets);
        wokenByShape = [.. Enumerable.Range(0, 8).Select(bit => PhrasesOf(sets, set => ((int)set.Shapes >> bit & 1) != 0))];
    }

    public WordTable Words { get; }

    /// <summary>How many groups of phrases there are.</summary>
    public int Groups { get; }

    /// <summary>Finds every phrase in the message and adds it to <paramref name="hits"/>.</summary>
    public void Find(TokenLine line, PhraseHits hits)
    {
        for (var at = 0; at < line.Count; at++)
        {
            Try(line, at, wokenBy[line.Word[at]], hits);
            for (var left = (int)line.Shape[at]; left != 0; left &= left - 1)
                Try(line, at, wokenByShape[BitOperations.TrailingZeroCount(left)], hits);
        }
    }

    private void Try(TokenLine line, int at, int[] woken, PhraseHits hits)
    {
        foreach (var index in woken)
        {
            var phrase = phrases[index];
            for (var before = phrase.MinBefore; before <= phrase.MaxBefore && at - before >= 0; before++)
            {
                var end = Match(line, phrase, at - before, at);
                if (end < 0)
                    continue;
                hits.Add(new PhraseHit(phrase.Group, at - before, end));
                break;
            }
        }
    }

    /// <summary>Where the phrase ends when it begins at <paramref name="start"/> and reaches past its anchor; -1 when it does not match.</summary>
    private int Match(TokenLine line, Phrase phrase, int start, int anchor)
    {
        // Bit n of "reached" says: some way of reading the steps so far stands before token start + n.
        var reached = 1UL;
        for (var s = 0; s < phrase.Steps.Length; s++)
        {
            var step = phrase.Steps[s];
            switch (step.Kind)
            {
                case StepKind.Take or StepKind.TakeOrNot:
                    var open = s == 0 || phrase.Steps[s - 1].Kind is StepKind.SkipAcross ? reached : WithinSentence(line, start, reached);
                    var taken = Take(line, start, open, step.Value);
                    reached = step.Kind is StepKind.TakeOrNot ? reached | taken : taken;
                    break;
                case StepKind.Skip:
                    for (var n = 0; n < step.Value; n++)
                        reached |= WithinSentence(line, start, reached) << 1;
                    break;
                case StepKind.SkipAcross:
                    for (var n = 0; n < step.Value; n++)
                        reached |= reached << 1;
                    break;
                case StepKind.AtStart:
                    reached &= Breaks(line, start, reached);
                    break;
                case StepKind.AtEnd:
                    reached &= Breaks(line, start, reached);
                    break;
            }

            if (reached == 0)
                return -1;
        }

        // Only readings that run past the anchor count: others belong to another anchor.
        var beyond = anchor + 1 - start;
        reached &= beyond > 63 ? 0 : ~0UL << beyond;
        if (reached == 0)
            return -1;
        var end = start + BitOperations.TrailingZeroCount(reached);
        return end <= line.Count ? end : -1;
    }

    private ulong Take(TokenLine line, int start, ulong open, int wordSet)
    {
        var next = 0UL;
        var many = sequences[wordSet];
        for (var left = open; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            var at = start + bit;
            if (at >= line.Count)
                break;
            if (IsIn(line.Word[at], wordSet) || (line.Shape[at] & shapes[wordSet]) != 0)
                next |= bit < 63 ? 2UL << bit : 0;
            foreach (var sequence in many)
            {
                if (bit + sequence.Length < 64 && IsSequence(line, at, sequence))
                    next |= 1UL << (bit + sequence.Length);
            }
        }

        return next;
    }

    private bool IsIn(int word, int wordSet) => (membership[word * stride + (wordSet >> 6)] >> (wordSet & 63) & 1) != 0;

    private static bool IsSequence(TokenLine line, int at, int[] sequence)
    {
        if (at + sequence.Length > line.Count || line.Word[at] != sequence[0])
            return false;
        for (var n = 1; n < sequence.Length; n++)
        {
            if (line.Word[at + n] != sequence[n] || line.Breaks[at + n])
                return false;
        }

        return true;
    }

    private static ulong WithinSentence(TokenLine line, int start, ulong reached) => reached & ~Breaks(line, start, reached);

    // The positions among "reached" at which a sentence begins or the text ends.
    private static ulong Breaks(TokenLine line, int start, ulong reached)
    {
        var breaks = 0UL;
        for (var left = reached; left != 0; left &= left - 1)
        {
            var bit = BitOperations.TrailingZeroCount(left);
            if (start + bit >= line.Count || line.Breaks[start + bit])
                breaks |= 1UL << bit;
        }

        return breaks;
    }

    private int[] PhrasesOf(IReadOnlyList<WordSet> sets, Func<WordSet, bool> anchored) =>
        [.. Enumerable.Range(0, phrases.Length).Where(p => anchored(sets[phrases[p].Steps[phrases[p].Anchor].Value]))];

    private int[][] Wake(int words, IReadOnlyList<WordSet> sets)
    {
        var woken = new List<int>?[words];
        for (var p = 0; p < phrases.Length; p++)
        {
            var anchor = sets[phrases[p].Steps[phrases[p].Anchor].Value];
            foreach (var word in anchor.Words.Concat(anchor.Sequences.Select(s => s[0])).Distinct())
                (woken[word] ??= []).Add(p);
        }

        return [.. woken.Select(list => list?.ToArray() ?? [])];
    }
}
