using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Slack.Interactions;

/// <summary>A form that asks for a command's options, for a command that came without them.</summary>
internal static class CommandForm
{
    private const string Prefix = "slack-command:";

    /// <summary>Whether a command needs options and was given none.</summary>
    public static bool IsWanted(CommandSpec command, string tail) => tail.Length == 0 && (command.NeedsSome || command.Options.Any(o => o.Required));

    /// <summary>The form.</summary>
    public static Form For(CommandSpec command) => new()
    {
        Id = Prefix + command.Name,
        Title = Title(command.Name),
        Intro = command.Description.English,
        Submit = "Go",
        Pages = [.. command.Options.Chunk(5).Select(options => new FormPage("", [.. options.Select(Field)]))],
    };

    /// <summary>The command a form asks for; null where it is another form.</summary>
    public static string? CommandOf(string formId) => formId.StartsWith(Prefix, StringComparison.Ordinal) ? formId[Prefix.Length..] : null;

    /// <summary>What was given for each option.</summary>
    public static Dictionary<string, string> Options(IReadOnlyDictionary<string, IReadOnlyList<string>> values) =>
        values.Where(v => v.Value.Count > 0 && v.Value[0].Trim().Length > 0).ToDictionary(v => v.Key, v => v.Value[0].Trim());

    private static FormField Field(OptionSpec option)
    {
        var label = char.ToUpperInvariant(option.Name[0]) + option.Name[1..].Replace('_', ' ').Replace('-', ' ');
        FormField field = option switch
        {
            { Choices.Count: > 0 } => new ChoiceField(option.Name, label, option.Choices),
            { Kind: OptionKind.Channel } => new PickField(option.Name, label, PickKind.Channel),
            { Suggests: true } => new SuggestField(option.Name, label),
            _ => new TextField(option.Name, label) { Multiline = option is { Kind: OptionKind.Text, MaxLength: > 300 }, MaxLength = option.MaxLength },
        };
        return field with { Hint = option.Description.English, Required = option.Required };
    }

    private static string Title(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
