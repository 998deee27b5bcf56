using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening.Identifiers;

/// <summary>One message being searched for identifiers: what was found so far, and which tokens that covers. Reused per thread.</summary>
internal sealed class IdentifierScan
{
    private readonly List<Candidate> candidates = [];
    private bool? onePatient;
    private bool? initialSeen;
    private Mark[] marks = new Mark[128];

    /// <summary>The text; only during a search.</summary>
    public FoldedText Text { get; private set; } = null!; // set by Begin before any detector runs

    /// <summary>Its tokens.</summary>
    public ReadOnlySpan<Token> Tokens => Text.Tokens;

    /// <summary>Whether something that points at a person was found: makes weaker clues count.</summary>
    public bool PersonSeen { get; private set; }

    /// <summary>Whether a date was found.</summary>
    public bool HasDate { get; private set; }

    /// <summary>Whether a street was found: numbers near it are parts of the address.</summary>
    public bool AddressSeen { get; set; }

    /// <summary>Whether the message speaks of one patient, as in "a 62-year-old man"; looked up once.</summary>
    public bool OnePatient => onePatient ??= Context.OnePatient(this);

    /// <summary>Whether an initial stands anywhere; looked up once.</summary>
    public bool InitialSeen => initialSeen ??= Context.AnyInitial(this);

    /// <summary>Starts on a text.</summary>
    public void Begin(FoldedText text)
    {
        Text = text;
        candidates.Clear();
        PersonSeen = false;
        AddressSeen = false;
        onePatient = null;
        initialSeen = null;
        HasDate = false;
        NameSeen = false;
        if (marks.Length < text.TokenCount)
            marks = new Mark[Math.Max(text.TokenCount, marks.Length * 2)];
        marks.AsSpan(0, text.TokenCount).Clear();
    }

    /// <summary>The eponyms of this message; filled before names are looked for.</summary>
    public EponymNotes Eponyms { get; } = new();

    /// <summary>Whether a name was found.</summary>
    public bool NameSeen { get; private set; }

    /// <summary>Whether a token is part of something found, a mask, or beyond the end.</summary>
    public bool Taken(int token) => (uint)token >= (uint)Text.TokenCount || marks[token] is not Mark.Free;

    /// <summary>Whether a token is part of a name.</summary>
    public bool IsName(int token) => (uint)token < (uint)Text.TokenCount && marks[token] is Mark.Name;

    /// <summary>Whether a token is part of a date.</summary>
    public bool IsDate(int token) => (uint)token < (uint)Text.TokenCount && marks[token] is Mark.Date;

    /// <summary>Whether a token is part of an address.</summary>
    public bool IsAddress(int token) => (uint)token < (uint)Text.TokenCount && marks[token] is Mark.Address;

    /// <summary>Notes tokens first to last as an identifier.</summary>
    public void Add(IdentifierKind kind, string? type, int first, int last, double score) =>
        Add(kind, type, first, last, Text.Tokens[first].Start, Text.Tokens[last].End, score);

    /// <summary>Notes tokens first to last, with a span of its own in the fold.</summary>
    public void Add(IdentifierKind kind, string? type, int first, int last, int start, int end, double score)
    {
        candidates.Add(new Candidate(kind, type, start, end, score));
        marks.AsSpan(first, last - first + 1).Fill(kind is IdentifierKind.Name ? Mark.Name : kind is IdentifierKind.Date ? Mark.Date : kind is IdentifierKind.Address ? Mark.Address : Mark.Other);
        NameSeen |= kind is IdentifierKind.Name;
        HasDate |= kind is IdentifierKind.Date;
        PersonSeen |= kind is IdentifierKind.Name or IdentifierKind.Id or IdentifierKind.Phone or IdentifierKind.Email;
    }

    /// <summary>Whether a token is a word of a mask: those announce nothing.</summary>
    public bool IsMask(int token) => marks[token] is Mark.Mask;

    /// <summary>Keeps later detectors away from a mask.</summary>
    public void TakeMask(int first, int last) => marks.AsSpan(first, last - first + 1).Fill(Mark.Mask);

    /// <summary>Keeps later detectors away from tokens.</summary>
    public void Take(int first, int last) => marks.AsSpan(first, last - first + 1).Fill(Mark.Other);

    /// <summary>Everything found, in the order of the text, overlapping ones made one.</summary>
    public void Report(List<Identifier> into)
    {
        if (candidates.Count == 0)
            return;

        candidates.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var current = candidates[0];
        for (var i = 1; i < candidates.Count; i++)
        {
            var next = candidates[i];
            if (next.Start < current.End)
            {
                current = (next.Score > current.Score ? next : current) with { Start = current.Start, End = Math.Max(current.End, next.End) };
                continue;
            }

            into.Add(ToIdentifier(current));
            current = next;
        }

        into.Add(ToIdentifier(current));
    }

    private Identifier ToIdentifier(in Candidate found) => new(found.Kind, found.Type, Text.ToOriginal(found.Start, found.End), found.Score);

    private enum Mark : byte
    {
        Free,
        Name,
        Date,
        Address,
        Mask,
        Other,
    }

    private readonly record struct Candidate(IdentifierKind Kind, string? Type, int Start, int End, double Score);
}
