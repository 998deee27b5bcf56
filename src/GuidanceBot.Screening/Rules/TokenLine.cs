namespace GuidanceBot.Screening.Rules;

/// <summary>A message as the phrases see it: numbered words, shapes and where sentences begin. Reused from message to message.</summary>
internal sealed class TokenLine
{
    public int Count { get; private set; }

    /// <summary>The number of each token's word, 0 when unknown.</summary>
    public int[] Word { get; private set; } = new int[256];

    /// <summary>The shapes of each token.</summary>
    public Shapes[] Shape { get; private set; } = new Shapes[256];

    /// <summary>Whether a sentence begins at the token; true for the first.</summary>
    public bool[] Breaks { get; private set; } = new bool[256];

    public void Clear() => Count = 0;

    public void Add(int word, Shapes shape, bool breaks)
    {
        if (Count == Word.Length)
            Grow();
        Word[Count] = word;
        Shape[Count] = shape;
        Breaks[Count] = breaks || Count == 0;
        Count++;
    }

    private void Grow()
    {
        Word = Longer(Word);
        Shape = Longer(Shape);
        Breaks = Longer(Breaks);
    }

    private static T[] Longer<T>(T[] from)
    {
        var to = new T[from.Length * 2];
        from.CopyTo(to, 0);
        return to;
    }
}

/// <summary>A phrase of <paramref name="Group"/> was found from token <paramref name="Start"/> up to before <paramref name="End"/>.</summary>
internal readonly record struct PhraseHit(int Group, int Start, int End);
