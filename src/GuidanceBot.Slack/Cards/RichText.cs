using System.Text.Json.Nodes;
using GuidanceBot.Chat;

namespace GuidanceBot.Slack.Cards;

/// <summary>Headings, quotes and lists, as rich text: no character in them is markup.</summary>
internal static class RichText
{
    public static JsonObject Heading(string text) => Block(new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(Words(Cut.To(text, 300), bold: true)) });

    public static JsonObject Quote(string text) => Block(new JsonObject { ["type"] = "rich_text_quote", ["elements"] = new JsonArray(Words(text)) });

    public static JsonObject List(ListBlock list)
    {
        var items = new JsonObject
        {
            ["type"] = "rich_text_list",
            ["style"] = list.FirstNumber is null ? "bullet" : "ordered",
            ["elements"] = new JsonArray([.. list.Items.Select(i => (JsonNode)new JsonObject { ["type"] = "rich_text_section", ["elements"] = new JsonArray(Words(Cut.To(CommandMentions.In(i), 1000))) })]),
        };
        if (list.FirstNumber is > 1 and var first)
            items["offset"] = first - 1;
        return Block(items);
    }

    private static JsonObject Block(JsonObject element) => new() { ["type"] = "rich_text", ["elements"] = new JsonArray(element) };

    private static JsonObject Words(string text, bool bold = false)
    {
        var words = new JsonObject { ["type"] = "text", ["text"] = string.IsNullOrEmpty(text) ? "–" : text };
        if (bold)
            words["style"] = new JsonObject { ["bold"] = true };
        return words;
    }
}
