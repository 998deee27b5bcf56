namespace GuidanceBot.Chat;

/// <summary>What the core answers to a command, a press or a form. Whether it is private was declared beforehand, in the catalog.</summary>
public abstract record Reply
{
    /// <summary>Shows a card where the happening's declaration says: in private or in the channel.</summary>
    public sealed record Show(Card Card) : Reply;

    /// <summary>Puts the card in the place of the one whose button was pressed.</summary>
    public sealed record Replace(Card Card) : Reply;

    /// <summary>Opens a form. Only from commands and buttons that declare it, since platforms take it as the first reply only.</summary>
    public sealed record Open(Form Form) : Reply;

    /// <summary>Sends a form back with what is wrong, by field name; platforms that can keep the form open and show it in place.</summary>
    public sealed record Mend(IReadOnlyDictionary<string, string> Problems) : Reply;

    /// <summary>Shows a card.</summary>
    public static Reply Of(Card card) => new Show(card);

    /// <summary>Shows a card of a heading and paragraphs.</summary>
    public static Reply Of(string title, params string[] paragraphs) => new Show(Card.Of(title, paragraphs));
}

/// <summary>Where an answer goes, declared before anything runs, since platforms fix it with their first reply.</summary>
public enum AnswerKind
{
    /// <summary>Only the person who asked sees it.</summary>
    Private,

    /// <summary>The channel sees it.</summary>
    Public,

    /// <summary>A form opens; a refusal, or the form's own answer, is private.</summary>
    Form,

    /// <summary>For buttons: the card is put in the place of the one pressed.</summary>
    Replace,
}
