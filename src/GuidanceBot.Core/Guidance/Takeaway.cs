namespace GuidanceBot.Guidance;

/// <summary>One of the twelve takeaways: the post's wording, and what this project says about it in its own words.</summary>
public sealed record Takeaway
{
    /// <summary>1 to 12, as in the post.</summary>
    public required int Number { get; init; }

    /// <summary>The post's sentence, word for word.</summary>
    public required string Wording { get; init; }

    /// <summary>What it means, in two or three short sentences.</summary>
    public required string Explanation { get; init; }

    /// <summary>What to do in chat, each a short line.</summary>
    public required IReadOnlyList<string> Do { get; init; }

    /// <summary>What to leave out of chat, each a short line.</summary>
    public required IReadOnlyList<string> Avoid { get; init; }

    /// <summary>The same message before and after.</summary>
    public required TakeawayExample Example { get; init; }

    /// <summary>What helps once it has happened, step by step; empty where nothing can have happened.</summary>
    public required IReadOnlyList<string> IfItHappened { get; init; }

    /// <summary>Where guidance differs from the post's wording; shown wherever the takeaway is. Null where nothing differs.</summary>
    public string? Nuance { get; init; }

    /// <summary>Where the lists come from when they are not the post's; null where that needs no saying.</summary>
    public string? Origin { get; init; }

    /// <summary>Guidance behind it, the most helpful first.</summary>
    public required IReadOnlyList<Source> Sources { get; init; }

    /// <summary>Whether it invites to take part (1, 2, 3, 7, 9, 12) rather than asking for care.</summary>
    public bool IsInvitation => Number is 1 or 2 or 3 or 7 or 9 or 12;
}

/// <summary>The same message before and after a takeaway was applied.</summary>
public sealed record TakeawayExample(string Before, string After);
