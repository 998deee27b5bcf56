using System.Text.Json.Nodes;
using GuidanceBot.Chat;

namespace GuidanceBot.Slack.Cards;

/// <summary>Buttons. What a button means stands in its value; its action id only tells it from its neighbours.</summary>
internal static class Buttons
{
    public static JsonObject Of(CardButton button, int number)
    {
        var json = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = $"button-{number}",
            ["text"] = BlockKit.Plain(button.Label, 75),
            ["value"] = button.Id,
        };
        if (button.Style is not ButtonStyle.Normal)
            json["style"] = button.Style is ButtonStyle.Danger ? "danger" : "primary";
        if (button.SpokenLabel is { } spoken)
            json["accessibility_label"] = Cut.To(spoken, 75);
        if (button.Confirm is { } confirm)
        {
            json["confirm"] = new JsonObject
            {
                ["title"] = BlockKit.Plain(button.Label, 100),
                ["text"] = BlockKit.Plain(confirm.Question, 300),
                ["confirm"] = BlockKit.Plain(confirm.Yes, 30),
                ["deny"] = BlockKit.Plain(confirm.No, 30),
            };
        }

        return json;
    }
}
