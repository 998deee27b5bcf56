using System.Text;
using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Cards;

/// <summary>What a card says, as one text within Discord's limit. What does not fit is cut at a word.</summary>
internal static class CardText
{
    /// <summary>The most characters all texts of a message may have together.</summary>
    public const int Most = 4000;

    private const int MostOfTitle = 256;

    public static string Of(Card card, int most = Most)
    {
        var text = new StringBuilder($"### {Words.Cut(Markdown.Escape(card.Title.ReplaceLineEndings(" ")), MostOfTitle)}");
        foreach (var block in card.Blocks)
        {
            var gap = block is HeadingBlock or TextBlock or QuoteBlock or ListBlock ? "\n\n" : "\n";
            var left = most - text.Length - gap.Length;
            var part = Of(block);
            if (part.Length == 0)
                continue;
            if (part.Length > left)
            {
                // A link cut in two leads nowhere.
                if (block is not LinkBlock && left > 20)
                    text.Append(gap).Append(Words.Cut(part, left));
                break;
            }

            text.Append(gap).Append(part);
        }

        return text.ToString();
    }

    private static string Of(CardBlock block) => block switch
    {
        TextBlock text => Markdown.Escape(text.Text),
        QuoteBlock quote => string.Join('\n', Markdown.Escape(quote.Text).Split('\n').Select(line => $"> {line}")),
        HeadingBlock heading => $"**{Markdown.Escape(heading.Text.ReplaceLineEndings(" "))}**",
        ListBlock list => string.Join('\n', list.Items.Select((item, i) => $"{(list.FirstNumber is { } first ? $"{first + i}." : "-")} {Markdown.Escape(item.ReplaceLineEndings(" "))}")),
        FieldsBlock fields => string.Join('\n', fields.Fields.Select(f => $"**{Markdown.Escape(f.Label)}:** {(f.At is { } at ? Markdown.Moment(at) : Markdown.Escape(f.Value))}")),
        LinkBlock link => Markdown.Link(link.Label, link.Address),
        NoteBlock note => string.Join('\n', Markdown.Escape(note.Text).Split('\n').Select(line => $"-# {line}")),
        _ => "",
    };
}
