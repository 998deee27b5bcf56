namespace GuidanceBot.Screening.Rules;

/// <summary>What the phrase book found in one message, asked by group. Reused from message to message.</summary>
internal sealed class PhraseHits(int groups)
{
    private readonly int[] first = new int[groups]; // index + 1 of the group's first hit
    private readonly List<PhraseHit> hits = [];
    private readonly List<int> next = []; // index + 1 of the same group's next hit

    public int Count => hits.Count;

    public void Clear()
    {
        foreach (var hit in hits)
            first[hit.Group] = 0;
        hits.Clear();
        next.Clear();
    }

    public void Add(PhraseHit hit)
    {
        hits.Add(hit);
        next.Add(first[hit.Group]);
        first[hit.Group] = hits.Count;
    }

    public bool Has(int group) => first[group] != 0;

    public bool HasAny(int[] groups)
    {
        foreach (var group in groups)
        {
            if (first[group] != 0)
                return true;
        }

        return false;
    }

    public Enumerator Of(int group) => new(this, first[group]);

    /// <summary>Walks one group's hits without allocating.</summary>
    public struct Enumerator(PhraseHits owner, int first)
    {
        private int at = first;

        public PhraseHit Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (at == 0)
                return false;
            Current = owner.hits[at - 1];
            at = owner.next[at - 1];
            return true;
        }
    }
}
