using System.Text;
using System.Text.Json;
using GuidanceBot.Screening;

namespace GuidanceBot.CommandLine;

/// <summary>A message to screen, read from one JSON line.</summary>
internal readonly ref struct ScreenRequest
{
    /// <summary>The id as it stood, quotes included.</summary>
    public required ReadOnlySpan<byte> Id { get; init; }

    public required string Text { get; init; }

    public IReadOnlyList<AttachmentInfo>? Attachments { get; init; }

    /// <summary>Reads a line; unknown fields are passed over.</summary>
    /// <exception cref="BadLineException">It is no such message.</exception>
    public static ScreenRequest Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return ReadObject(line);
        }
        catch (JsonException e)
        {
            throw new BadLineException($"not JSON at byte {e.BytePositionInLine}; expected an object with id and text.");
        }
    }

    private static ScreenRequest ReadObject(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
            throw new BadLineException("expected an object with id and text.");

        ReadOnlySpan<byte> id = default;
        string? text = null;
        List<AttachmentInfo>? attachments = null;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
            {
                json.Read();
                if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
                    throw new BadLineException("id is expected to be a string or a number.");
                id = line[(int)json.TokenStartIndex..(int)json.BytesConsumed];
            }
            else if (json.ValueTextEquals("text"u8))
            {
                json.Read();
                text = JsonText.Read(ref json) ?? throw new BadLineException("text is expected to be a string.");
            }
            else if (json.ValueTextEquals("attachments"u8))
            {
                json.Read();
                attachments = ReadAttachments(ref json);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        if (json.Read())
            throw new BadLineException("more follows after the object.");
        if (id.IsEmpty)
            throw new BadLineException("has no id.");
        return new ScreenRequest { Id = id, Text = text ?? throw new BadLineException("has no text."), Attachments = attachments };
    }

    private static List<AttachmentInfo>? ReadAttachments(ref Utf8JsonReader json)
    {
        if (json.TokenType is JsonTokenType.Null)
            return null;
        if (json.TokenType is not JsonTokenType.StartArray)
            throw new BadLineException("attachments is expected to be an array.");

        var attachments = new List<AttachmentInfo>();
        while (json.Read() && json.TokenType is JsonTokenType.StartObject)
        {
            string? name = null, type = null;
            long? size = null;
            while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
            {
                var field = json.ValueTextEquals("name"u8) ? 'n' : json.ValueTextEquals("contentType"u8) ? 't' : json.ValueTextEquals("size"u8) ? 's' : '-';
                json.Read();
                switch (field)
                {
                    case 'n':
                        name = JsonText.Read(ref json);
                        break;
                    case 't':
                        type = JsonText.Read(ref json);
                        break;
                    case 's' when json.TokenType is JsonTokenType.Number && json.TryGetInt64(out var bytes):
                        size = bytes;
                        break;
                    default:
                        json.Skip();
                        break;
                }
            }

            attachments.Add(new AttachmentInfo(name ?? throw new BadLineException("an attachment has no name."), type, size));
        }

        return json.TokenType is JsonTokenType.EndArray ? attachments : throw new BadLineException("attachments is expected to hold objects.");
    }
}

/// <summary>Strings of JSON, also those that the framework refuses: a lone surrogate is read as U+FFFD.</summary>
internal static class JsonText
{
    /// <summary>The string that the reader stands on; null when it stands on something else.</summary>
    public static string? Read(ref Utf8JsonReader json)
    {
        if (json.TokenType is not JsonTokenType.String)
        {
            json.Skip();
            return null;
        }

        return json.ValueIsEscaped ? Unescape(json.ValueSpan) : Encoding.UTF8.GetString(json.ValueSpan);
    }

    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        while (!escaped.IsEmpty)
        {
            var plain = escaped.IndexOf((byte)'\\');
            text.Append(Encoding.UTF8.GetString(plain < 0 ? escaped : escaped[..plain]));
            if (plain < 0)
                break;

            var kind = escaped[plain + 1];
            text.Append(kind switch
            {
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'u' => (char)Convert.ToUInt16(Encoding.ASCII.GetString(escaped.Slice(plain + 2, 4)), 16),
                var other => (char)other,
            });
            escaped = escaped[(plain + (kind == 'u' ? 6 : 2))..];
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(text[i]))
                text[i] = '\uFFFD';
        }

        return text.ToString();
    }
}
