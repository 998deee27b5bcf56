using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Interactions;

/// <summary>Where a form or page was opened from. Slack carries it along and hands it back; members neither see nor change it.</summary>
/// <param name="Channel">The channel; empty where there was none.</param>
/// <param name="Card">The timestamp of the card whose button opened it; empty where there was none.</param>
/// <param name="ResponseUrl">Where a card that only one person sees can be replaced, or an answer sent.</param>
internal sealed record Origin(string Channel, string Card = "", string ResponseUrl = "")
{
    public static Origin Parse(string metadata)
    {
        try
        {
            using var document = JsonDocument.Parse(metadata.Length > 0 ? metadata : "{}");
            var root = document.RootElement;
            return new Origin(root.Text("channel"), root.Text("card"), root.Text("url"));
        }
        catch (JsonException)
        {
            return new Origin("");
        }
    }

    public override string ToString() => new JsonObject { ["channel"] = Channel, ["card"] = Card, ["url"] = ResponseUrl }.ToJsonString(JsonWriting.Relaxed);
}
