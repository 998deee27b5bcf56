using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Cards;

namespace GuidanceBot.Preview;

/// <summary>What the bot says, as Slack gets it.</summary>
internal sealed class SlackPreview : IPreview
{
    public string Path => "slack";

    public string Name => "Slack";

    public Type? Look => typeof(SlackLook);

    public JsonNode Of(Card card) => Parse(BlockKit.Json(card));

    public IReadOnlyList<JsonNode> Of(Form form) => [Parse(Pages.Json(form))];

    private static JsonNode Parse(string json) => JsonNode.Parse(json)!; // an object, written by the adapter
}
