namespace GuidanceBot.Guidance;

/// <summary>What <c>/ask</c> found.</summary>
/// <param name="Kind">How to answer.</param>
/// <param name="Takeaways">Takeaways that fit, best first; empty when declined.</param>
public sealed record AskAnswer(AskKind Kind, IReadOnlyList<RankedTakeaway> Takeaways)
{
    /// <summary>Whether the question is out of scope, so that no takeaway answers it.</summary>
    public bool Declined => Takeaways.Count == 0;
}

/// <summary>A takeaway and how well it fits, 0 to 1.</summary>
public sealed record RankedTakeaway(int Takeaway, double Score);

/// <summary>How a question is to be answered.</summary>
public enum AskKind
{
    /// <summary>With takeaways.</summary>
    Answered,

    /// <summary>With the fixed words on law, then the takeaways that fit, if any.</summary>
    Law,

    /// <summary>With the fixed words on doses and treatment; declined.</summary>
    Doses,

    /// <summary>With the fixed words on the bot's own data; declined.</summary>
    OwnData,

    /// <summary>With the fixed words for what is out of scope; declined.</summary>
    OutOfScope,
}
