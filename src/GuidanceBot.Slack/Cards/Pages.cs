using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Interactions;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Cards;

/// <summary>What Slack calls views: pages over the conversation, and the app's home.</summary>
internal static class Pages
{
    private const int LongestTitle = 24;

    /// <summary>A form. All its pages stand under each other: one of Slack's holds a hundred blocks.</summary>
    public static JsonObject Of(Form form, Origin origin)
    {
        var blocks = new JsonArray();
        if (form.Intro.Length > 0)
            blocks.Add(BlockKit.Paragraph(form.Intro));
        foreach (var page in form.Pages)
        {
            if (form.Pages.Count > 1 && page.Heading.Length > 0)
                blocks.Add(RichText.Heading(page.Heading));
            foreach (var field in page.Fields)
                blocks.Add(Fields.Of(field));
        }

        var view = Modal(form.Title, "Cancel", form.Id, origin, blocks);
        view["submit"] = BlockKit.Plain(form.Submit, LongestTitle);
        return view;
    }

    /// <summary>A form as JSON.</summary>
    public static string Json(Form form) => Of(form, new Origin("")).ToJsonString(JsonWriting.Relaxed);

    /// <summary>A card to read, with nothing to send off.</summary>
    public static JsonObject Of(Card card, Origin origin) => Modal("GuidanceBot", "Close", "card", origin, BlockKit.Page(card));

    /// <summary>The app's home.</summary>
    public static JsonObject Home(Card card) => new() { ["type"] = "home", ["blocks"] = BlockKit.Page(card) };

    private static JsonObject Modal(string title, string close, string id, Origin origin, JsonArray blocks) => new()
    {
        ["type"] = "modal",
        ["title"] = BlockKit.Plain(title, LongestTitle),
        ["close"] = BlockKit.Plain(close, LongestTitle),
        ["callback_id"] = id,
        ["private_metadata"] = origin.ToString(),
        ["blocks"] = blocks,
    };
}
