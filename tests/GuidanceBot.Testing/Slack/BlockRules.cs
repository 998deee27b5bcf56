using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Slack;

/// <summary>Block Kit's documented limits, as Slack checks them. Null where all is well, else what is wrong.</summary>
public static class BlockRules
{
    public static string? Message(JsonArray blocks) =>
        blocks.Count > 50 ? "invalid_blocks: more than 50 blocks"
        : blocks.ToJsonString(SlackDouble.Readable).Length > 13_000 ? "msg_blocks_too_long"
        : Each(blocks, inView: false);

    public static string? View(JsonObject view)
    {
        if ((string?)view["type"] is not ("modal" or "home"))
            return "invalid view type";
        var modal = (string?)view["type"] == "modal";
        if (modal && Length(view["title"]) is 0 or > 24)
            return "title takes 1 to 24 characters";
        if (modal && (Length(view["submit"]) > 24 || Length(view["close"]) > 24))
            return "submit and close take 24 characters";
        if (((string?)view["private_metadata"])?.Length > 3000 || ((string?)view["callback_id"])?.Length > 255)
            return "private_metadata or callback_id too long";
        if (view["blocks"] is not JsonArray blocks || blocks.Count is 0 or > 100)
            return "a view has 1 to 100 blocks";
        if (view.ToJsonString().Length > 250_000)
            return "view_too_large";
        if (modal && blocks.Any(b => (string?)b!["type"] == "input") && view["submit"] is null)
            return "a view with inputs needs submit";
        return Each(blocks, inView: true);
    }

    private static string? Each(JsonArray blocks, bool inView)
    {
        var ids = blocks.Select(b => (string?)b!["block_id"]).OfType<string>().ToList();
        return ids.Distinct().Count() != ids.Count ? "block_id twice" : blocks.Select(b => One(b!.AsObject(), inView)).FirstOrDefault(p => p is not null);
    }

    private static string? One(JsonObject block, bool inView)
    {
        switch ((string?)block["type"])
        {
            case "header":
                return Length(block["text"]) is 0 or > 150 || (string?)block["text"]!["type"] != "plain_text" ? "header takes 1 to 150 plain characters" : null;
            case "section":
                if (block["fields"] is JsonArray fields)
                    return fields.Count is 0 or > 10 || fields.Any(f => Length(f) is 0 or > 2000) ? "section takes 10 fields of 2000" : null;
                return Length(block["text"]) is 0 or > 3000 ? "section text takes 1 to 3000 characters" : null;
            case "context":
                return block["elements"] is not JsonArray { Count: > 0 and <= 10 } notes || notes.Any(n => Length(n) is 0 or > 3000) ? "context takes 1 to 10 elements" : null;
            case "actions":
                return block["elements"] is not JsonArray { Count: > 0 and <= 25 } elements ? "actions takes 1 to 25 elements"
                    : elements.Select(e => (string?)e!["action_id"]).Distinct().Count() != elements.Count ? "action_id twice"
                    : elements.Select(e => Button(e!.AsObject())).FirstOrDefault(p => p is not null);
            case "input":
                return !inView ? "input outside a view" : Input(block);
            case "rich_text":
                return block["elements"] is JsonArray { Count: > 0 } ? null : "rich_text without elements";
            case "divider":
                return null;
            case var other:
                return $"unknown block {other}";
        }
    }

    private static string? Button(JsonObject button)
    {
        if ((string?)button["type"] != "button")
            return null;
        if (Length(button["text"]) is 0 or > 75 || ((string?)button["value"])?.Length > 2000 || ((string?)button["action_id"])?.Length is null or 0 or > 255)
            return "button text 75, value 2000, action_id 255";
        if ((string?)button["style"] is not (null or "primary" or "danger"))
            return "button style";
        if (((string?)button["accessibility_label"])?.Length > 75)
            return "accessibility_label 75";
        return button["confirm"] is JsonObject confirm && (Length(confirm["title"]) is 0 or > 100 || Length(confirm["text"]) is 0 or > 300 || Length(confirm["confirm"]) is 0 or > 30 || Length(confirm["deny"]) is 0 or > 30)
            ? "confirm: title 100, text 300, answers 30"
            : null;
    }

    private static string? Input(JsonObject block)
    {
        if (Length(block["label"]) is 0 or > 2000 || Length(block["hint"]) > 2000)
            return "label and hint take 2000";
        var element = block["element"]!.AsObject();
        if (element["options"] is JsonArray options)
        {
            if (options.Count is 0 or > 100 || ((string?)element["type"] is "checkboxes" or "radio_buttons" && options.Count > 10))
                return "options: 1 to 100, 10 for boxes";
            if (options.Any(o => Length(o!["text"]) is 0 or > 75 || ((string?)o["value"])?.Length is null or 0 or > 150))
                return "option: text 75, value 150";
        }

        if ((string?)element["type"] is "external_select" && (element["options"] is not null || (int?)element["min_query_length"] is < 0))
            return "external_select has no options of its own";
        return (string?)element["type"] is "plain_text_input" && ((int?)element["max_length"] is < 1 or > 3000 || ((string?)element["initial_value"])?.Length > 3000)
            ? "plain_text_input takes at most 3000"
            : null;
    }

    private static int Length(JsonNode? text) => ((string?)text?["text"])?.Length ?? 0;
}
