using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Moderation;

/// <summary>How many words one reads on a card, its buttons left out.</summary>
internal static class CardWords
{
    public static int Count(Card card) => CardPages.Words(card.Title) + card.Blocks.Sum(Count);

    /// <summary>The first words of a text, with an ellipsis where it goes on.</summary>
    public static string Cut(string text, int words)
    {
        var all = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return all.Length <= words ? text : string.Join(' ', all.Take(Math.Max(1, words))).TrimEnd('.', ',', ';', '…') + "…";
    }

    private static int Count(CardBlock block) => block switch
    {
        TextBlock text => CardPages.Words(text.Text),
        QuoteBlock quote => CardPages.Words(quote.Text),
        HeadingBlock heading => CardPages.Words(heading.Text),
        NoteBlock note => CardPages.Words(note.Text),
        LinkBlock link => CardPages.Words(link.Label),
        ListBlock list => list.Items.Sum(CardPages.Words),
        FieldsBlock fields => fields.Fields.Sum(f => CardPages.Words(f.Label) + (f.At is null ? CardPages.Words(f.Value) : 3)),
        _ => 0,
    };
}
