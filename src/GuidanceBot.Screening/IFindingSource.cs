using GuidanceBot.Screening.Text;

namespace GuidanceBot.Screening;

/// <summary>One way of judging a message. Safe for many threads; allocates nothing where it finds nothing.</summary>
internal interface IFindingSource
{
    /// <summary>Adds what it finds, spans in positions of the original (<see cref="FoldedText.ToOriginal"/>).</summary>
    void Examine(in Screened message, List<Finding> into);
}

/// <summary>A message while it is being judged: valid only during the call.</summary>
internal readonly ref struct Screened(FoldedText text, List<Identifier> identifiers, IReadOnlyList<AttachmentInfo> attachments, ScreenOptions options)
{
    /// <summary>The text, folded and cut into tokens.</summary>
    public FoldedText Text { get; } = text;

    /// <summary>What masking would hide, in the order of the text.</summary>
    public List<Identifier> Identifiers { get; } = identifiers;

    /// <summary>Its files.</summary>
    public IReadOnlyList<AttachmentInfo> Attachments { get; } = attachments;

    /// <summary>What the community wants.</summary>
    public ScreenOptions Options { get; } = options;
}
