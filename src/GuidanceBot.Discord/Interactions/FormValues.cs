using System.Text.Json;
using GuidanceBot.Discord.Reading;

namespace GuidanceBot.Discord.Interactions;

/// <summary>Reads the answers of a modal.</summary>
internal static class FormValues
{
    public static Dictionary<string, IReadOnlyList<string>> Read(JsonElement data)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var outer in data.Items("components"))
        {
            // A label holds one component, a row of older clients a list of them.
            var inner = outer.At("component") is { } one ? [one] : outer.Items("components");
            foreach (var component in inner)
            {
                if (component.Text("custom_id") is { } field)
                    values[field] = Answers(component);
            }
        }

        return values;
    }

    private static IReadOnlyList<string> Answers(JsonElement component) =>
        component.At("values") is not null
            ? [.. component.Items("values").Select(v => v.AsText() ?? "").Where(v => v.Length > 0)]
            : component.Text("value") is { Length: > 0 } value ? [value] : [];
}
