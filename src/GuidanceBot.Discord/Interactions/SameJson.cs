using System.Text.Json;
using System.Text.Json.Nodes;

namespace GuidanceBot.Discord.Interactions;

/// <summary>Whether Discord already holds what we would send: it adds ids and defaults of its own, and leaves out what is empty or false.</summary>
internal static class SameJson
{
    public static bool Holds(JsonElement theirs, JsonNode? ours) => ours switch
    {
        null => IsNothing(theirs),
        JsonObject wanted => theirs.ValueKind is JsonValueKind.Object
            ? wanted.All(p => Holds(theirs.TryGetProperty(p.Key, out var value) ? value : default, p.Value))
            : wanted.Count == 0 && IsNothing(theirs),
        JsonArray wanted => theirs.ValueKind is JsonValueKind.Array
            ? theirs.GetArrayLength() == wanted.Count && theirs.EnumerateArray().Zip(wanted).All(pair => Holds(pair.First, pair.Second))
            : wanted.Count == 0 && IsNothing(theirs),
        // Large numbers come back as text.
        JsonValue wanted => IsNothing(theirs) ? wanted.ToJsonString() is "false" : Plain(theirs.GetRawText()) == Plain(wanted.ToJsonString()),
        _ => false,
    };

    /// <summary>Whether two sets of commands are the same, in whichever order Discord lists them.</summary>
    public static bool HoldsAll(JsonElement theirs, JsonArray ours)
    {
        if (theirs.ValueKind is not JsonValueKind.Array || theirs.GetArrayLength() != ours.Count)
            return false;
        return ours.All(command => theirs.EnumerateArray().Any(known => Holds(known, command)));
    }

    private static bool IsNothing(JsonElement json) => json.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    private static string Plain(string json) => json.Trim('"');
}
