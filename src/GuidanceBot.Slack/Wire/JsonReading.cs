using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace GuidanceBot.Slack.Wire;

/// <summary>Reads what Slack sent without trusting its shape: whatever is missing, or is something else than expected, reads as empty.</summary>
internal static class JsonReading
{
    private const string Replacement = "\\ufffd";

    /// <summary>Deep enough for rich text in tables in attachments; deeper is not Slack.</summary>
    public static JsonDocumentOptions Options { get; } = new() { MaxDepth = 128 };

    /// <summary>The element at the end of the path; undefined where the path breaks.</summary>
    public static JsonElement At(this JsonElement element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out element))
                return default;
        }

        return element;
    }

    /// <summary>The string at the end of the path; empty where there is none. Lone surrogates and broken UTF-8 become U+FFFD.</summary>
    public static string Text(this JsonElement element, params ReadOnlySpan<string> path)
    {
        var found = element.At(path);
        if (found.ValueKind is not JsonValueKind.String)
            return "";

        try
        {
            return found.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // The reader refuses half a surrogate pair, which people can and do send, and broken UTF-8.
            return Mended(Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8Value(found)));
        }
    }

    /// <summary>Whether the path ends in <c>true</c>.</summary>
    public static bool Flag(this JsonElement element, params ReadOnlySpan<string> path) => element.At(path).ValueKind is JsonValueKind.True;

    /// <summary>The whole number at the end of the path; null where there is none.</summary>
    public static long? Number(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Number } found && found.TryGetInt64(out var number) ? number : null;

    /// <summary>The items of the array at the end of the path; none where there is no array.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element, params ReadOnlySpan<string> path) =>
        element.At(path) is { ValueKind: JsonValueKind.Array } found ? found.EnumerateArray() : [];

    private static string Mended(string raw)
    {
        var mended = new StringBuilder(raw.Length);
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\' || i + 1 >= raw.Length)
            {
                mended.Append(raw[i]);
            }
            else if (raw[i + 1] != 'u' || UnitAt(raw, i) is not { } unit)
            {
                mended.Append(raw, i, 2);
                i++;
            }
            else if (char.IsHighSurrogate(unit) && UnitAt(raw, i + 6) is { } low && char.IsLowSurrogate(low))
            {
                mended.Append(raw, i, 12);
                i += 11;
            }
            else
            {
                mended.Append(char.IsSurrogate(unit) ? Replacement : raw.AsSpan(i, 6));
                i += 5;
            }
        }

        using var document = JsonDocument.Parse(mended.ToString());
        return document.RootElement.GetString() ?? "";
    }

    private static char? UnitAt(string raw, int i) =>
        i + 6 <= raw.Length && raw[i] == '\\' && raw[i + 1] == 'u'
        && ushort.TryParse(raw.AsSpan(i + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var unit)
            ? (char)unit
            : null;
}
