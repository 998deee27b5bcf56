using System.Text;
using System.Text.Json;
using GuidanceBot.Screening;

namespace GuidanceBot.Playground.Platform;

/// <summary>A message in a file to be replayed.</summary>
internal sealed record ReplayRecord(string Id, string Text, List<AttachmentInfo>? Attachments)
{
    /// <summary>Reads a line; null where it is no such record. Fields it does not know are left alone.</summary>
    public static ReplayRecord? Read(string line)
    {
        try
        {
            var record = JsonSerializer.Deserialize<ReplayRecord>(MendSurrogates(line), JsonSerializerOptions.Web);
            return record is { Id.Length: > 0 and <= 100, Text.Length: > 0 and <= Limits.Text } ? record : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // JSON may spell half of a surrogate pair, which no UTF-8 can carry and the parser refuses: it is read as U+FFFD.
    private static string MendSurrogates(string json)
    {
        if (!json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
            return json;

        var mended = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            var (escape, length) = (Escaped(json, i), json[i] == '\\' ? 2 : 1);
            if (escape is not null)
                length = char.IsHighSurrogate(escape.Value) && Escaped(json, i + 6) is { } low && char.IsLowSurrogate(low) ? 12 : 6;
            mended.Append(length == 6 && char.IsSurrogate(escape!.Value) ? @"\ufffd" : json.AsSpan(i, Math.Min(length, json.Length - i)));
            i += length - 1;
        }

        return mended.ToString();
    }

    private static char? Escaped(string json, int at) =>
        at + 6 <= json.Length && json[at] == '\\' && json[at + 1] == 'u' && ushort.TryParse(json.AsSpan(at + 2, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var unit)
            ? (char)unit
            : null;
}
