namespace GuidanceBot.Chat;

/// <summary>What the bot shows. Every text is plain: adapters escape it for their platform, and cut it at words to its limits.</summary>
public sealed record Card
{
    /// <summary>The heading.</summary>
    public required string Title { get; init; }

    /// <summary>What stands under the heading, in order.</summary>
    public IReadOnlyList<CardBlock> Blocks { get; init; } = [];

    /// <summary>Rows of buttons under it all, in order of importance; adapters wrap them.</summary>
    public IReadOnlyList<CardButton> Buttons { get; init; } = [];

    /// <summary>What a notification preview and a screen reader's summary say; the title where null. For a private note it tells only that there is one.</summary>
    public string? Preview { get; init; }

    /// <summary>A card of a heading and paragraphs.</summary>
    public static Card Of(string title, params string[] paragraphs) =>
        new() { Title = title, Blocks = [.. paragraphs.Select(p => new TextBlock(p))] };

    /// <summary>The same card with blocks added at its end.</summary>
    public Card With(params CardBlock[] blocks) => this with { Blocks = [.. Blocks, .. blocks] };

    /// <summary>The same card with buttons added at its end.</summary>
    public Card With(params CardButton[] buttons) => this with { Buttons = [.. Buttons, .. buttons] };
}

/// <summary>One part of a card.</summary>
public abstract record CardBlock;

/// <summary>A paragraph.</summary>
public sealed record TextBlock(string Text) : CardBlock;

/// <summary>Words of somebody else, set apart; masked by who hands them in.</summary>
public sealed record QuoteBlock(string Text) : CardBlock;

/// <summary>A small heading inside a card.</summary>
public sealed record HeadingBlock(string Text) : CardBlock;

/// <summary>A list. Numbered from <see cref="FirstNumber"/>, or with bullets where that is null.</summary>
public sealed record ListBlock(IReadOnlyList<string> Items, int? FirstNumber = null) : CardBlock;

/// <summary>Labelled values, such as "Severity: high".</summary>
public sealed record FieldsBlock(IReadOnlyList<CardField> Fields) : CardBlock;

/// <summary>One labelled value; <see cref="At"/> instead of <see cref="Value"/> is shown as a time in the reader's zone, with its age.</summary>
public sealed record CardField(string Label, string Value, DateTimeOffset? At = null)
{
    /// <summary>A moment, shown in the reader's own zone.</summary>
    public static CardField Moment(string label, DateTimeOffset at) => new(label, "", at);
}

/// <summary>A link on a line of its own.</summary>
public sealed record LinkBlock(string Label, Uri Address) : CardBlock;

/// <summary>Small print: sources, attribution.</summary>
public sealed record NoteBlock(string Text) : CardBlock;

/// <summary>A button: a verb of at most 38 characters. <see cref="Id"/> is at most 100 characters and carries all the button needs.</summary>
public sealed record CardButton(string Id, string Label, ButtonStyle Style = ButtonStyle.Normal)
{
    /// <summary>Asked before the press counts; null where the press counts at once.</summary>
    public Confirm? Confirm { get; init; }

    /// <summary>What a screen reader says instead of the label, where the label alone is not enough.</summary>
    public string? SpokenLabel { get; init; }
}

/// <summary>How much a button stands out. Never the only carrier of meaning.</summary>
public enum ButtonStyle
{
    /// <summary>One of several.</summary>
    Normal,

    /// <summary>The one most people want; at most one on a card.</summary>
    Primary,

    /// <summary>Cannot be taken back.</summary>
    Danger,
}

/// <summary>A question before a press counts, with the words of its two answers.</summary>
public sealed record Confirm(string Question, string Yes, string No = "Cancel");
