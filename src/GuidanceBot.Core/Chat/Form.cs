namespace GuidanceBot.Chat;

/// <summary>Questions asked in one go. A platform that fits fewer fields on a page shows the pages one after another and hands in all answers together.</summary>
public sealed record Form
{
    /// <summary>Carried back with the submission; at most 100 characters.</summary>
    public required string Id { get; init; }

    /// <summary>At most 24 characters, the shortest of the platforms' limits.</summary>
    public required string Title { get; init; }

    /// <summary>Said before the first question.</summary>
    public string Intro { get; init; } = "";

    /// <summary>Pages of at most five fields each.</summary>
    public required IReadOnlyList<FormPage> Pages { get; init; }

    /// <summary>The verb on the button that sends it off.</summary>
    public string Submit { get; init; } = "Save";

    /// <summary>Every field of every page.</summary>
    public IEnumerable<FormField> Fields => Pages.SelectMany(p => p.Fields);
}

/// <summary>A page of a form: at most five fields under a small heading.</summary>
public sealed record FormPage(string Heading, IReadOnlyList<FormField> Fields);

/// <summary>One question.</summary>
public abstract record FormField(string Name, string Label)
{
    /// <summary>Said under the label.</summary>
    public string Hint { get; init; } = "";

    /// <summary>Whether it must be answered.</summary>
    public bool Required { get; init; }
}

/// <summary>A line, or several lines, of text.</summary>
public sealed record TextField(string Name, string Label) : FormField(Name, Label)
{
    /// <summary>Whether it takes several lines.</summary>
    public bool Multiline { get; init; }

    /// <summary>What stands there at first.</summary>
    public string Initial { get; init; } = "";

    /// <summary>The most characters it takes, 1 to 4,000.</summary>
    public int MaxLength { get; init; } = 1000;
}

/// <summary>A choice of one or several from given answers.</summary>
public sealed record ChoiceField(string Name, string Label, IReadOnlyList<Choice> Choices) : FormField(Name, Label)
{
    /// <summary>Whether several may be chosen.</summary>
    public bool Several { get; init; }

    /// <summary>The values chosen at first.</summary>
    public IReadOnlyList<string> Initial { get; init; } = [];
}

/// <summary>A choice among the platform's own channels, roles or members; adapters use its native picker. Answers are ids.</summary>
public sealed record PickField(string Name, string Label, PickKind Kind) : FormField(Name, Label)
{
    /// <summary>Whether several may be picked.</summary>
    public bool Several { get; init; }

    /// <summary>The ids picked at first.</summary>
    public IReadOnlyList<string> Initial { get; init; } = [];
}

/// <summary>What a <see cref="PickField"/> picks.</summary>
public enum PickKind
{
    /// <summary>Channels of the community.</summary>
    Channel,

    /// <summary>Roles, or user groups.</summary>
    Role,

    /// <summary>Members.</summary>
    Member,
}

/// <summary>One answer to choose: what is stored, and what people read.</summary>
public sealed record Choice(string Value, string Label);
