using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Cards;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Interactions;

/// <summary>What a form's acknowledgement says, since on Slack it is the answer: what to mend, or what to show in the form's place.</summary>
internal static class FormReplies
{
    /// <summary>The acknowledgement; null where the form just closes and the answer goes elsewhere.</summary>
    public static JsonObject? Of(Reply reply, AnswerKind kind, Happening at, JsonElement view) => reply switch
    {
        Reply.Mend mend => Errors(mend, view),
        Reply.Open open => InPlace(Pages.Of(open.Form, at.Origin)),
        Reply.Replace when at.Card is not null || at.OnEphemeral => null,
        Reply.Replace replace => InPlace(Pages.Of(replace.Card, at.Origin)),
        Reply.Show when kind is AnswerKind.Public => null,
        Reply.Show show => InPlace(Pages.Of(show.Card, at.Origin)),
        _ => null,
    };

    /// <summary>Shown while the answer takes longer than Slack waits.</summary>
    public static JsonObject OneMoment(Happening at) => InPlace(Pages.Of(Card.Of("One moment", "I am still working on it. The answer will appear here."), at.Origin));

    private static JsonObject InPlace(JsonObject view) => new() { ["response_action"] = "update", ["view"] = view };

    // Slack takes problems only beside fields that the form has; any other goes beside the first.
    private static JsonObject Errors(Reply.Mend mend, JsonElement view)
    {
        var fields = view.Items("blocks").Where(b => b.Text("type") == "input").Select(b => b.Text("block_id")).ToList();
        var errors = new JsonObject();
        foreach (var (field, problem) in mend.Problems)
            errors[fields.Contains(field) ? field : fields.FirstOrDefault(field)] = Cut.To(problem, 500);
        return new JsonObject { ["response_action"] = "errors", ["errors"] = errors };
    }
}
