using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Interactions;

namespace GuidanceBot.Slack.Cards;

/// <summary>The questions of a form. The block is named after the field, so that what is wrong can be shown beside it.</summary>
internal static class Fields
{
    private const int LongestInput = 3000, MostBoxes = 10, MostOptions = 100;

    /// <summary>A field as an input block.</summary>
    public static JsonObject Of(FormField field)
    {
        var block = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = field.Name,
            ["label"] = BlockKit.Plain(field.Label, 150),
            ["optional"] = !field.Required,
            ["element"] = Element(field),
        };
        if (field.Hint.Length > 0)
            block["hint"] = BlockKit.Plain(field.Hint, 500);
        return block;
    }

    private static JsonObject Element(FormField field)
    {
        var element = field switch
        {
            TextField text => Text(text),
            ChoiceField choice => Choice(choice),
            PickField pick => Pick(pick),
            SuggestField => new JsonObject { ["type"] = "external_select", ["min_query_length"] = 0 },
            _ => throw new InvalidOperationException($"{field.GetType().Name} is new to Slack."),
        };
        element["action_id"] = "answer";
        return element;
    }

    private static JsonObject Text(TextField text)
    {
        var most = Math.Clamp(text.MaxLength, 1, LongestInput);
        var element = new JsonObject { ["type"] = "plain_text_input", ["multiline"] = text.Multiline, ["max_length"] = most };
        if (text.Initial.Length > 0)
            element["initial_value"] = Cut.To(text.Initial, most);
        return element;
    }

    // Up to ten answers stand open, since one look is quicker than a menu.
    private static JsonObject Choice(ChoiceField choice)
    {
        var open = choice.Choices.Count <= MostBoxes;
        var offered = choice.Choices.Take(MostOptions).ToList();
        var element = new JsonObject
        {
            ["type"] = choice.Several ? (open ? "checkboxes" : "multi_static_select") : (open ? "radio_buttons" : "static_select"),
            ["options"] = new JsonArray([.. offered.Select(Option)]),
        };
        var chosen = offered.Where(c => choice.Initial.Contains(c.Value)).Select(Option).ToArray();
        if (chosen.Length > 0)
            element[choice.Several ? "initial_options" : "initial_option"] = choice.Several ? new JsonArray(chosen) : chosen[0];
        return element;
    }

    // Slack has no picker for roles: RolesAsChoices put choices in their place before.
    private static JsonObject Pick(PickField pick)
    {
        var (type, initial) = pick.Kind is PickKind.Member ? ("users_select", "initial_user") : ("conversations_select", "initial_conversation");
        var element = new JsonObject { ["type"] = pick.Several ? $"multi_{type}" : type };
        if (pick.Kind is PickKind.Channel)
            element["filter"] = new JsonObject { ["include"] = new JsonArray("public", "private"), ["exclude_bot_users"] = true };
        if (pick.Initial.Count > 0 && pick.Several)
            element[$"{initial}s"] = new JsonArray([.. pick.Initial.Select(i => (JsonNode)JsonValue.Create(i))]);
        else if (pick.Initial.Count > 0)
            element[initial] = pick.Initial[0];
        return element;
    }

    private static JsonNode Option(Choice choice) => new JsonObject { ["text"] = BlockKit.Plain(choice.Label, 75), ["value"] = choice.Value };
}
