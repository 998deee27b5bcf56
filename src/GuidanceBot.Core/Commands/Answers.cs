using GuidanceBot.Chat;

namespace GuidanceBot.Commands;

/// <summary>The cards that any command may answer with.</summary>
internal static class Answers
{
    public static Card Outdated { get; } =
        Card.Of("This is from an older version", "The button or form no longer works. Please start again from the command or the newest card.");

    public static Card UnknownCommand(string typed, IReadOnlyList<string> nearest, string prefix)
    {
        var word = typed.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("");
        var said = $"I don't know “{(word.Length > 30 ? word[..30] + "…" : word)}”.";
        return nearest.Count == 0
            ? Card.Of("Unknown command", $"{said} {prefix}help lists everything I can do.")
            : Card.Of("Unknown command", $"{said} Did you mean {string.Join(" or ", nearest.Select(n => prefix + n))}? {prefix}help lists everything.");
    }

    public static Card WrongOption(string problem, CommandSpec command, string prefix) =>
        command.Example.Length > 0 && !problem.Contains(command.Example, StringComparison.Ordinal)
            ? Card.Of($"{prefix}{command.Name}", problem, $"For example: {prefix}{command.Example}")
            : Card.Of($"{prefix}{command.Name}", problem);

    public static Card NotForYou(Audience audience) => audience switch
    {
        Audience.Admins => Card.Of("For admins", "An admin of this community can do this. Nothing was changed."),
        _ => Card.Of("For moderators", "A moderator of this community can do this. Nothing was changed."),
    };

    public static Card Surprised(string code) =>
        Card.Of("That didn't work", $"Something went wrong on my side and nothing was changed. Please try again; if it stays so, give whoever runs me the code {code}.");
}
