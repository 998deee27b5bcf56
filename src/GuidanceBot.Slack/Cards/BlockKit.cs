using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Cards;

/// <summary>A card as Block Kit, within all of Slack's limits. Paragraphs are plain text and quotes and lists rich text, so that nothing in them can turn into markup.</summary>
internal static class BlockKit
{
    private const int LongestHeader = 150, LongestText = 3000, LongestField = 2000, FieldsInRow = 10, ButtonsInRow = 5, MostRows = 5;

    // A few below 50, 100 and 13,000, for the line that says so when something was left out.
    private const int MostInMessage = 48, MostOnPage = 96, MostCharacters = 12_000;

    /// <summary>The blocks of a message.</summary>
    public static JsonArray Message(Card card) => Fit(Parts(card), MostInMessage);

    /// <summary>The blocks of a page over the conversation, or of the app's home, which hold more.</summary>
    public static JsonArray Page(Card card) => Fit(Parts(card), MostOnPage);

    /// <summary>A message whole, as JSON.</summary>
    public static string Json(Card card) => new JsonObject { ["text"] = Preview(card), ["blocks"] = Message(card) }.ToJsonString(JsonWriting.Relaxed);

    /// <summary>What stands beside the blocks: for notifications and screen readers.</summary>
    public static string Preview(Card card) => Mrkdwn.Escape(Cut.To(card.Preview ?? card.Title, LongestText));

    /// <summary>A plain text object.</summary>
    public static JsonObject Plain(string text, int most) => new() { ["type"] = "plain_text", ["text"] = Cut.To(text, most), ["emoji"] = false };

    /// <summary>A paragraph.</summary>
    public static JsonObject Paragraph(string text) => new() { ["type"] = "section", ["text"] = Plain(text, LongestText) };

    private static IEnumerable<JsonObject> Parts(Card card)
    {
        yield return new JsonObject { ["type"] = "header", ["text"] = Plain(string.IsNullOrWhiteSpace(card.Title) ? "GuidanceBot" : card.Title, LongestHeader) };
        foreach (var part in card.Blocks.SelectMany(Part))
            yield return part;
        var number = 0;
        foreach (var row in card.Buttons.Chunk(ButtonsInRow))
            yield return new JsonObject { ["type"] = "actions", ["elements"] = new JsonArray([.. row.Select(b => (JsonNode)Buttons.Of(b, ++number))]) };
    }

    private static IEnumerable<JsonObject> Part(CardBlock block) => block switch
    {
        TextBlock text => Cut.Pieces(CommandMentions.In(text.Text), LongestText).Select(Paragraph),
        HeadingBlock heading => [RichText.Heading(heading.Text)],
        QuoteBlock quote => Cut.Pieces(quote.Text, LongestText).Select(RichText.Quote),
        ListBlock list => list.Items.Count == 0 ? [] : [RichText.List(list)],
        FieldsBlock fields => fields.Fields.Chunk(FieldsInRow).Select(Fields),
        LinkBlock link => [new JsonObject { ["type"] = "section", ["text"] = Markup(Mrkdwn.Link(Cut.To(link.Label, 300), link.Address)) }],
        NoteBlock note => Cut.Pieces(CommandMentions.In(note.Text), LongestText).Select(Note),
        _ => [],
    };

    private static JsonObject Fields(CardField[] fields) => new()
    {
        ["type"] = "section",
        ["fields"] = new JsonArray([.. fields.Select(f => (JsonNode)Markup(Field(f)))]),
    };

    private static string Field(CardField field)
    {
        // Escaping makes a character up to five long.
        var value = field.At is { } at ? Mrkdwn.Moment(at) : Mrkdwn.Escape(Cut.To(string.IsNullOrWhiteSpace(field.Value) ? "–" : field.Value, LongestField / 6));
        return $"*{Mrkdwn.Escape(Cut.To(field.Label, 60))}*\n{value}";
    }

    private static JsonObject Markup(string escaped) => new() { ["type"] = "mrkdwn", ["text"] = escaped, ["verbatim"] = true };

    private static JsonObject Note(string text) => new() { ["type"] = "context", ["elements"] = new JsonArray(Plain(text, LongestText)) };

    private static int Length(JsonObject part) => part.ToJsonString(JsonWriting.Relaxed).Length;

    // Buttons are never left out: what people can do matters more than the end of a long text.
    private static JsonArray Fit(IEnumerable<JsonObject> parts, int most)
    {
        var rows = parts.ToLookup(p => (string?)p["type"] == "actions");
        var fitting = new JsonArray();
        var characters = rows[true].Sum(Length);
        foreach (var part in rows[false])
        {
            characters += Length(part);
            if (fitting.Count + rows[true].Count() >= most || characters > MostCharacters)
            {
                fitting.Add(Note("There is more; it does not fit into one Slack message."));
                break;
            }

            fitting.Add(part);
        }

        foreach (var row in rows[true].Take(MostRows))
            fitting.Add(row);
        return fitting;
    }
}
