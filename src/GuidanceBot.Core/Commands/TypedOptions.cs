using System.Globalization;
using System.Text.RegularExpressions;
using GuidanceBot.Chat;

namespace GuidanceBot.Commands;

/// <summary>Reads options that were typed as text, as Slack and the playground hand them in: <c>name:value</c>, or values in the declared order.</summary>
public static partial class TypedOptions
{
    /// <summary>The options, or one sentence that says what does not fit and how to mend it.</summary>
    public static (CommandOptions Options, string? Problem) Parse(CommandSpec command, string text)
    {
        var values = new Dictionary<string, string>();
        var rest = TakeNamed(command, text.Trim(), values);

        foreach (var option in command.Options.Where(o => !o.NamedOnly && !values.ContainsKey(o.Name)))
        {
            if (rest.Length == 0)
                break;
            var isLast = option == command.Options.Last(o => o == option || (!o.NamedOnly && !values.ContainsKey(o.Name)));
            (values[option.Name], rest) = isLast && option is { Kind: OptionKind.Text, Choices.Count: 0 } ? (Unquote(rest), "") : TakeWord(rest);
        }

        if (rest.Length > 0)
            return (CommandOptions.None, $"“{Short(rest)}” is one word too many for {command.Name}. It takes {Names(command)}.");
        return Check(command, new CommandOptions(values), values);
    }

    /// <summary>Checks options that arrived typed already. Null where all is well, else one sentence with the mend.</summary>
    public static string? Problem(CommandSpec command, IReadOnlyDictionary<string, string> values) =>
        Check(command, CommandOptions.None, values).Problem;

    private static (CommandOptions Options, string? Problem) Check(CommandSpec command, CommandOptions options, IReadOnlyDictionary<string, string> values)
    {
        foreach (var option in command.Options)
        {
            if (!values.TryGetValue(option.Name, out var value) || value.Length == 0)
            {
                if (option.Required)
                    return (options, $"{command.Name} needs {option.Name}: {option.Description.English.TrimEnd('.')}.");
                continue;
            }

            if (option.Kind is OptionKind.Number && !int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _))
                return (options, $"{option.Name} takes a whole number, not “{Short(value)}”.");
            if (option.Choices.Count > 0 && option.Choices.All(c => c.Value != value))
                return (options, $"{option.Name} takes one of {string.Join(", ", option.Choices.Select(c => c.Value))}, not “{Short(value)}”.");
            if (value.Length > option.MaxLength)
                return (options, $"{option.Name} takes at most {option.MaxLength:N0} characters, this has {value.Length:N0}.");
        }

        return (options, null);
    }

    // "zone:Europe/London when:weekdays at 9" - a named value runs until the next name the command knows.
    private static string TakeNamed(CommandSpec command, string text, Dictionary<string, string> values)
    {
        var names = NamePattern().Matches(text)
            .Where(m => command.Options.Any(o => o.Name.Equals(m.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        for (var i = 0; i < names.Count; i++)
        {
            var start = names[i].Index + names[i].Length;
            var end = i + 1 < names.Count ? names[i + 1].Index : text.Length;
            values[names[i].Groups["name"].Value.ToLowerInvariant()] = Unquote(text[start..end].Trim());
        }

        return names.Count > 0 ? text[..names[0].Index].Trim() : text;
    }

    private static (string Word, string Tail) TakeWord(string text)
    {
        var end = text[0] == '"' && text.IndexOf('"', 1) is > 0 and var quote ? quote + 1 : text.IndexOfAny([' ', '\n', '\t']);
        return end < 0 ? (Unquote(text), "") : (Unquote(text[..end]), text[end..].Trim());
    }

    private static string Unquote(string text) => text.Length >= 2 && text[0] == '"' && text[^1] == '"' ? text[1..^1] : text;

    private static string Names(CommandSpec command) =>
        command.Options.Count == 0 ? "no options" : string.Join(", ", command.Options.Select(o => o.Name));

    private static string Short(string text) => text.Length <= 30 ? text : text[..30] + "…";

    [GeneratedRegex(@"(?<=^|\s)(?<name>[A-Za-z][A-Za-z_-]{0,31}):(?=\S)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamePattern();
}
