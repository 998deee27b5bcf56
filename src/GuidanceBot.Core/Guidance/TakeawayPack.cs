using GuidanceBot.Packs;

namespace GuidanceBot.Guidance;

/// <summary>The twelve takeaways with everything said about them, read from <c>config/guidance</c>. Never changes once loaded.</summary>
public sealed record TakeawayPack
{
    /// <summary>All twelve, in the post's order.</summary>
    public required IReadOnlyList<Takeaway> Takeaways { get; init; }

    /// <summary>Whose takeaways they are, in one or two sentences; shown with any list of them.</summary>
    public required string Attribution { get; init; }

    /// <summary>The video they come from.</summary>
    public required Video Video { get; init; }

    /// <summary>Answers whose words never vary.</summary>
    public required FixedAnswers Answers { get; init; }

    /// <summary>Every source by its id.</summary>
    public required IReadOnlyDictionary<string, Source> Sources { get; init; }

    /// <summary>What the ranker of <c>/ask</c> learns from.</summary>
    public required AskExamples Ask { get; init; }

    /// <summary>The takeaway with that number, 1 to 12.</summary>
    public Takeaway this[int number] => Takeaways[number - 1];

    /// <summary>Reads the folder.</summary>
    /// <exception cref="PackException">Something is wrong or missing: file, line, column, key, what is expected.</exception>
    public static TakeawayPack Load(string directory) => TakeawayPackReader.Read(directory);
}
