using System.Buffers;
using System.Text.Json;
using GuidanceBot.Guidance;

namespace GuidanceBot.CommandLine;

/// <summary>One line of <c>ask --batch</c>: a question in, the takeaways that answer it out.</summary>
internal sealed class AskLines(AskRanker ranker)
{
    /// <summary>Answers the question of one line. Writes nothing when the line is bad.</summary>
    public void Answer(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> output)
    {
        var (id, question) = Read(line);
        var answer = ranker.Ask(question);

        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WritePropertyName("id"u8);
        json.WriteRawValue(id, skipInputValidation: true);
        json.WriteBoolean("declined"u8, answer.Declined);
        json.WriteStartArray("answers"u8);
        foreach (var (takeaway, score) in answer.Takeaways)
        {
            json.WriteStartObject();
            json.WriteNumber("takeaway"u8, takeaway);
            json.WriteNumber("score"u8, score);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        output.Write("\n"u8);
    }

    /// <summary>The id as it stood, quotes included, and the question; unknown fields are passed over.</summary>
    private static (byte[] Id, string Question) Read(ReadOnlySpan<byte> line)
    {
        try
        {
            return ReadObject(line);
        }
        catch (JsonException e)
        {
            throw new BadLineException($"not JSON at byte {e.BytePositionInLine}; expected an object with id and question.");
        }
    }

    private static (byte[] Id, string Question) ReadObject(ReadOnlySpan<byte> line)
    {
        var json = new Utf8JsonReader(line);
        if (!json.Read() || json.TokenType is not JsonTokenType.StartObject)
            throw new BadLineException("expected an object with id and question.");

        byte[]? id = null;
        string? question = null;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("id"u8))
            {
                json.Read();
                if (json.TokenType is not (JsonTokenType.String or JsonTokenType.Number))
                    throw new BadLineException("id is expected to be a string or a number.");
                id = line[(int)json.TokenStartIndex..(int)json.BytesConsumed].ToArray();
            }
            else if (json.ValueTextEquals("question"u8))
            {
                json.Read();
                question = JsonText.Read(ref json) ?? throw new BadLineException("question is expected to be a string.");
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        if (json.Read())
            throw new BadLineException("more follows after the object.");
        return (id ?? throw new BadLineException("has no id."), question ?? throw new BadLineException("has no question."));
    }
}
