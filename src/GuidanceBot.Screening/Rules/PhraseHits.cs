namespace GuidanceBot.Screening.Rules;

/// <summary>What the phrase book found in one message, asked by group. Reused from message to message.</summary>
internal sealed class PhraseHits(int groups)
{
    private readonly int[] first = new int[groups]; // index + 1 of the group's first hit
    private PhraseHit[] hits = new PhraseHit[64];
    private int[] next = new int[64]; // index + 1 of the same group's next hit

    public int Count { get; private set; }

    public void Clear()
    {
        foreach (ref readonly var hit in hits.AsSpan(0, Count))
            first[hit.Group] = 0;
        Count = 0;
    }

    public void Add(PhraseHit hit)
    {
        if (Count == hits.Length)
        {
            Array.Resize(ref hits, Count * 2);
            Array.Resize(ref next, Count * 2);
        }

        hits[Count] = hit;
        next[Count] = first[hit.Group];
        first[hit.Group] = ++Count;
    }

    /// <summary>Everything found.</summary>
    public ReadOnlySpan<PhraseHit> All => hits.AsSpan(0, Count);

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
