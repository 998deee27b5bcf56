using System.Text.Json;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Interactions;

/// <summary>Reads what somebody filled in, whatever kind of input it was.</summary>
internal static class FormAnswers
{
    /// <summary>The answers by field name.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Read(JsonElement view)
    {
        var answers = new Dictionary<string, IReadOnlyList<string>>();
        if (view.At("state", "values") is not { ValueKind: JsonValueKind.Object } values)
            return answers;
        foreach (var block in values.EnumerateObject())
        {
            if (block.Value.At("answer") is { ValueKind: JsonValueKind.Object } answer)
                answers[block.Name] = [.. Values(answer).Where(v => v.Length > 0)];
        }

        return answers;
    }

    private static IEnumerable<string> Values(JsonElement answer) => answer.Text("type") switch
    {
        "plain_text_input" => [answer.Text("value")],
        "static_select" or "external_select" or "radio_buttons" => [answer.Text("selected_option", "value")],
        "multi_static_select" or "checkboxes" => answer.Items("selected_options").Select(o => o.Text("value")),
        "users_select" => [answer.Text("selected_user")],
        "conversations_select" => [answer.Text("selected_conversation")],
        "multi_users_select" => answer.Items("selected_users").Select(u => u.Text()),
        "multi_conversations_select" => answer.Items("selected_conversations").Select(c => c.Text()),
        _ => [],
    };
}
