namespace GuidanceBot.Screening.Rules;

/// <summary>A set of words, compounds and shapes of which a phrase wants one at some place.</summary>
internal sealed class WordSet
{
    /// <summary>Numbers of the words and compounds that belong.</summary>
    public HashSet<int> Words { get; } = [];

    /// <summary>Shapes that belong, whatever the word.</summary>
    public Shapes Shapes { get; set; }

    /// <summary>How many words its longest member has.</summary>
    public int Longest { get; private set; } = 1;

    /// <summary>How many words its shortest member has.</summary>
    public int Shortest { get; private set; } = int.MaxValue;

    public bool IsEmpty => Words.Count == 0 && Shapes == 0;

    public void Add(int number, int length)
    {
        Words.Add(number);
        Longest = Math.Max(Longest, length);
        Shortest = Math.Min(Shortest, length);
    }

    public void Add(Shapes shape)
    {
        Shapes |= shape;
        Shortest = 1;
    }
}
