using GuidanceBot.Chat;

namespace GuidanceBot.Testing;

/// <summary>Reads cards as a person would.</summary>
public static class CardText
{
    /// <summary>Every word on the card, its buttons left out.</summary>
    public static string Text(this Card card) => string.Join('\n', [card.Title, .. card.Blocks.Select(Text)]);

    /// <summary>How many words one has to read.</summary>
    public static int Words(this Card card) =>
        card.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;

    /// <summary>The button with that label.</summary>
    public static CardButton Button(this Card card, string label) =>
        card.Buttons.FirstOrDefault(b => b.Label == label)
        ?? throw new InvalidOperationException($"“{card.Title}” has no button “{label}”, only: {string.Join(", ", card.Buttons.Select(b => b.Label))}.");

    /// <summary>The card of a reply that shows or replaces one.</summary>
    public static Card Card(this Reply reply) => reply switch
    {
        Reply.Show show => show.Card,
        Reply.Replace replace => replace.Card,
        _ => throw new InvalidOperationException($"The reply is {reply.GetType().Name}, not a card."),
    };

    /// <summary>The form of a reply that opens one.</summary>
    public static Form Form(this Reply reply) =>
        reply is Reply.Open open ? open.Form : throw new InvalidOperationException($"The reply is no form: {reply.Card().Text()}");

    private static string Text(CardBlock block) => block switch
    {
        TextBlock text => text.Text,
        QuoteBlock quote => quote.Text,
        HeadingBlock heading => heading.Text,
        ListBlock list => string.Join('\n', list.Items),
        FieldsBlock fields => string.Join('\n', fields.Fields.Select(f => $"{f.Label}: {(f.At is { } at ? at.ToString("u") : f.Value)}")),
        LinkBlock link => link.Label,
        NoteBlock note => note.Text,
        _ => throw new InvalidOperationException($"{block.GetType().Name} is new to the tests."),
    };
}
