using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Cards;

/// <summary>A card as the JSON of a Discord message. Whatever it says, it mentions nobody.</summary>
internal static class CardJson
{
    private const int Row = 1;
    private const int Button = 2;
    private const int TextDisplay = 10;
    private const int Separator = 14;
    private const int Container = 17;
    private const int ButtonsInRow = 5;
    private const int MostButtons = 25;

    /// <summary>The message's JSON. <paramref name="mark"/> is found again in a message that was posted (see <see cref="Mark"/>).</summary>
    public static JsonObject Message(Card card, MessageFlags flags = MessageFlags.None, int? mark = null) => new()
    {
        ["flags"] = (int)(flags | MessageFlags.Components),
        ["allowed_mentions"] = new JsonObject { ["parse"] = new JsonArray() },
        ["components"] = Components(card, mark),
    };

    public static JsonArray Components(Card card, int? mark = null)
    {
        var preview = card.Preview is { Length: > 0 } said && said != card.Title ? Words.Cut(Markdown.Escape(said), 200) : null;
        var inside = new JsonArray(Text(CardText.Of(card, CardText.Most - (preview?.Length ?? 0))));
        if (card.Buttons.Count > 0)
            inside.Add(new JsonObject { ["type"] = Separator, ["divider"] = false, ["spacing"] = 1 });
        foreach (var row in card.Buttons.Take(MostButtons).Chunk(ButtonsInRow))
            inside.Add(new JsonObject { ["type"] = Row, ["components"] = new JsonArray([.. row.Select(Of)]) });

        var container = new JsonObject { ["type"] = Container, ["components"] = inside };
        if (mark is { } id)
            container["id"] = id;
        // Notifications show a message's first text.
        return preview is null ? [container] : [Text(preview), container];
    }

    /// <summary>A number that stays with a posted card, by which it is found again when it is not known whether a post went through.</summary>
    public static int Mark(PostKey key) =>
        // Ids that Discord gives to components itself are small: this stays clear of them.
        (BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(key.Value))) & 0x3FFFFFFF) | 0x40000000;

    private static JsonObject Text(string content) => new() { ["type"] = TextDisplay, ["content"] = content };

    private static JsonNode Of(CardButton button) => new JsonObject
    {
        ["type"] = Button,
        ["style"] = button.Style switch { ButtonStyle.Primary => 1, ButtonStyle.Danger => 4, _ => 2 },
        ["label"] = Words.Cut(button.Label, 80),
        ["custom_id"] = button.Id,
    };
}
