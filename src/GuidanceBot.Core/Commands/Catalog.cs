namespace GuidanceBot.Commands;

/// <summary>Everything members can ask of the bot, declared once. Adapters read from it what to register and where an answer goes.</summary>
public sealed class Catalog
{
    private readonly Dictionary<string, CommandEntry> _commands;
    private readonly Dictionary<string, ButtonEntry> _buttons;
    private readonly Dictionary<string, FormEntry> _forms;
    private readonly Dictionary<string, MenuEntry> _menu;
    private readonly Dictionary<(string, string), SuggestionEntry> _suggestions;

    internal Catalog(
        IEnumerable<CommandEntry> commands,
        IEnumerable<ButtonEntry> buttons,
        IEnumerable<FormEntry> forms,
        IEnumerable<MenuEntry> menu,
        IEnumerable<SuggestionEntry> suggestions)
    {
        _commands = commands.ToDictionary(c => c.Spec.Name);
        _buttons = buttons.ToDictionary(b => b.Spec.Prefix);
        _forms = forms.ToDictionary(f => f.Spec.Prefix);
        _menu = menu.ToDictionary(m => m.Spec.Name);
        _suggestions = suggestions.ToDictionary(s => (s.Command, s.Option));
        Commands = [.. _commands.Values.Select(c => c.Spec)];
        Menu = [.. _menu.Values.Select(m => m.Spec)];
    }

    /// <summary>Every command, in the order in which help lists them.</summary>
    public IReadOnlyList<CommandSpec> Commands { get; }

    /// <summary>Every command of the message menu.</summary>
    public IReadOnlyList<MenuSpec> Menu { get; }

    /// <summary>The declaration of a command; null where there is none of that name.</summary>
    public CommandSpec? FindCommand(string name) => _commands.GetValueOrDefault(name)?.Spec;

    /// <summary>The declaration behind a button's id; null where it is of an older version.</summary>
    public ButtonSpec? FindButton(string buttonId) => Button(buttonId)?.Spec;

    /// <summary>The declaration behind a form's id; null where it is of an older version.</summary>
    public FormSpec? FindForm(string formId) => Form(formId)?.Spec;

    /// <summary>The declaration of a message-menu command; null where there is none of that name.</summary>
    public MenuSpec? FindMenu(string name) => _menu.GetValueOrDefault(name)?.Spec;

    /// <summary>Splits what somebody typed after the prefix into the command and the rest; the command is null where nothing fits.</summary>
    public (CommandSpec? Command, string Tail) Split(string typed)
    {
        var words = typed.Trim().Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length >= 2 && FindCommand($"{words[0]} {words[1]}".ToLowerInvariant()) is { } sub)
            return (sub, words.Length > 2 ? words[2] : "");
        if (words.Length >= 1 && FindCommand(words[0].ToLowerInvariant()) is { } single)
            return (single, typed.Trim()[words[0].Length..].Trim());
        return (null, "");
    }

    /// <summary>The names closest to a mistyped one among those that the audience may use: a whole family where only its first word fits, else at most three, nearest first.</summary>
    public IReadOnlyList<string> Nearest(string typed, Audience audience)
    {
        var wanted = typed.Trim().ToLowerInvariant();
        var usable = Commands.Where(c => c.For <= audience).ToList();
        if (usable.Where(c => c.Group == wanted.Split(' ')[0]).Select(c => c.Name).ToList() is { Count: > 0 } family)
            return family;

        return [.. usable
            .Select(c => (c.Name, Distance: Math.Min(EditDistance.Between(wanted, c.Name), EditDistance.Between(wanted.Split(' ')[0], c.Group))))
            .Where(c => c.Distance <= Math.Max(2, c.Name.Length / 2))
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name)
            .Take(3)];
    }

    internal CommandEntry? Command(string name) => _commands.GetValueOrDefault(name);

    internal ButtonEntry? Button(string id) => _buttons.GetValueOrDefault(Prefix(id));

    internal FormEntry? Form(string id) => _forms.GetValueOrDefault(Prefix(id));

    internal MenuEntry? MenuCommand(string name) => _menu.GetValueOrDefault(name);

    internal SuggestionEntry? Suggestion(string command, string option) => _suggestions.GetValueOrDefault((command, option));

    private static string Prefix(string id) => id.Split(':', 2)[0];
}
