using System.Text.Json;

namespace GuidanceBot.Discord.Gateway;

/// <summary>A message of the gateway, split but not yet read: the event's data stays where it arrived.</summary>
internal readonly ref struct Payload
{
    private Payload(int op, long? sequence, ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
    {
        Op = op;
        Sequence = sequence;
        Name = name;
        Data = data;
    }

    public int Op { get; }

    public long? Sequence { get; }

    /// <summary>The event's name, such as MESSAGE_CREATE.</summary>
    public ReadOnlySpan<byte> Name { get; }

    /// <summary>Begins with the data; what follows it may hang on.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <exception cref="JsonException">It is not JSON.</exception>
    public static Payload Split(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        var (op, opKnown, nameKnown) = (-1, false, false);
        long? sequence = null;
        ReadOnlySpan<byte> name = default, data = default;
        var sequenceKnown = false;

        Need(reader.Read() && reader.TokenType is JsonTokenType.StartObject);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("d"u8))
            {
                Need(reader.Read());
                data = utf8[(int)reader.TokenStartIndex..];
                // Discord sends t, s and op before d: then the data need not be walked twice.
                if (opKnown && nameKnown && sequenceKnown)
                    break;
                reader.Skip();
            }
            else if (reader.ValueTextEquals("op"u8))
            {
                opKnown = reader.Read() && reader.TokenType is JsonTokenType.Number && reader.TryGetInt32(out op);
            }
            else if (reader.ValueTextEquals("s"u8))
            {
                sequenceKnown = reader.Read();
                sequence = reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var number) ? number : null;
            }
            else if (reader.ValueTextEquals("t"u8))
            {
                nameKnown = reader.Read();
                name = reader.TokenType is JsonTokenType.String ? reader.ValueSpan : default;
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }

        return new Payload(op, sequence, name, data);
    }

    /// <summary>The data as a document of its own.</summary>
    public JsonDocument Document()
    {
        var reader = new Utf8JsonReader(Data);
        return JsonDocument.ParseValue(ref reader);
    }

    private static void Need(bool shape)
    {
        if (!shape)
            throw new JsonException("A gateway message is an object.");
    }
}
