using System.Globalization;
using GuidanceBot.Chat;

namespace GuidanceBot.Commands;

/// <summary>A command, declared once: help, completion, rights and the platforms' manifests are all made from this.</summary>
public sealed record CommandSpec
{
    /// <summary>Lower case; a subcommand stands after a space, as in <c>tips add</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it does, in at most 100 characters, as an invitation.</summary>
    public required LocalText Description { get; init; }

    /// <summary>Its options in the order in which they are typed.</summary>
    public IReadOnlyList<OptionSpec> Options { get; init; } = [];

    /// <summary>Whether it makes no sense without any option, though none alone is required.</summary>
    public bool NeedsSome { get; init; }

    /// <summary>Who may use it, checked at every call.</summary>
    public Audience For { get; init; } = Audience.Everyone;

    /// <summary>Where its answer goes.</summary>
    public AnswerKind Answer { get; init; } = AnswerKind.Private;

    /// <summary>Whether it makes sense outside a community, in a direct conversation or anywhere a member installed the bot.</summary>
    public bool Anywhere { get; init; }

    /// <summary>A typed example for help, without the prefix.</summary>
    public string Example { get; init; } = "";

    /// <summary>The first word: what platforms call the command when the rest are subcommands.</summary>
    public string Group => Name.Split(' ')[0];
}

/// <summary>An option of a command.</summary>
public sealed record OptionSpec(string Name, LocalText Description)
{
    /// <summary>What it takes.</summary>
    public OptionKind Kind { get; init; } = OptionKind.Text;

    /// <summary>Whether the command makes no sense without it.</summary>
    public bool Required { get; init; }

    /// <summary>The only values it takes, at most 25; empty where it is free.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Whether values are suggested while somebody types (see <c>AddSuggestions</c>).</summary>
    public bool Suggests { get; init; }

    /// <summary>Whether it is given as <c>name:value</c> only, so that typed words before it all go to the option in front.</summary>
    public bool NamedOnly { get; init; }

    /// <summary>The most characters a text takes.</summary>
    public int MaxLength { get; init; } = 4000;
}

/// <summary>What an option takes.</summary>
public enum OptionKind
{
    /// <summary>Any text. The last text option takes the rest of what was typed.</summary>
    Text,

    /// <summary>A whole number.</summary>
    Number,

    /// <summary>A channel; the value is its id.</summary>
    Channel,
}

/// <summary>Who may use a command or button.</summary>
public enum Audience
{
    /// <summary>Every member.</summary>
    Everyone,

    /// <summary>Moderators and admins.</summary>
    Moderators,

    /// <summary>Admins: who may manage the community on the platform, or hold the role chosen in set-up.</summary>
    Admins,
}

/// <summary>An English text with the translations there are, by culture name such as <c>fr</c> or <c>pt-BR</c>.</summary>
public sealed record LocalText(string English)
{
    /// <summary>Translations by culture name.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = new Dictionary<string, string>();

    /// <summary>An English text alone.</summary>
    public static implicit operator LocalText(string english) => new(english);

    /// <summary>The text in a culture, its parent's, or English.</summary>
    public string In(CultureInfo culture) =>
        Translations.TryGetValue(culture.Name, out var exact) ? exact
        : Translations.TryGetValue(culture.TwoLetterISOLanguageName, out var parent) ? parent
        : English;
}

/// <summary>A kind of button, named by what stands before the first colon of its id.</summary>
public sealed record ButtonSpec(string Prefix, AnswerKind Answer)
{
    /// <summary>Who may press it, checked at every press.</summary>
    public Audience For { get; init; } = Audience.Everyone;
}

/// <summary>A kind of form, named by what stands before the first colon of its id.</summary>
public sealed record FormSpec(string Prefix)
{
    /// <summary>Who may send it off, checked at every submission.</summary>
    public Audience For { get; init; } = Audience.Everyone;

    /// <summary>Where its answer goes.</summary>
    public AnswerKind Answer { get; init; } = AnswerKind.Private;
}

/// <summary>A command in a message's menu.</summary>
public sealed record MenuSpec(string Name, LocalText Label)
{
    /// <summary>Who may use it.</summary>
    public Audience For { get; init; } = Audience.Everyone;

    /// <summary>Where its answer goes.</summary>
    public AnswerKind Answer { get; init; } = AnswerKind.Private;
}
