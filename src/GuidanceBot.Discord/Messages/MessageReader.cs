using System.Buffers.Text;
using System.Text.Json;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Screening;

namespace GuidanceBot.Discord.Messages;

/// <summary>Reads messages straight from the bytes as they came. Almost every event is one of these, so only the strings that are kept are made.</summary>
internal static class MessageReader
{
    // More nested than any real message is.
    private const int MostSnapshots = 10;
    private const int MostFiles = 50;

    /// <exception cref="JsonException">It is not a JSON object.</exception>
    public static MessageData Read(ReadOnlySpan<byte> data)
    {
        var reader = new Utf8JsonReader(data);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            throw new JsonException("A message is an object.");
        var message = new MessageData();
        Read(ref reader, ref message);
        return message;
    }

    private static void Read(ref Utf8JsonReader reader, ref MessageData message)
    {
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            // The length of a name tells most of them apart.
            switch (reader.ValueSpan.Length)
            {
                case 2 when reader.ValueTextEquals("id"u8):
                    message.Id = Id(ref reader);
                    break;
                case 6 when reader.ValueTextEquals("author"u8):
                    ReadAuthor(ref reader, ref message);
                    break;
                case 7 when reader.ValueTextEquals("content"u8):
                    reader.Read();
                    message.Text = Join(message.Text, Text(ref reader));
                    break;
                case 8 when reader.ValueTextEquals("guild_id"u8):
                    message.Guild = Id(ref reader);
                    break;
                case 10 when reader.ValueTextEquals("channel_id"u8):
                    message.Channel = Id(ref reader);
                    break;
                case 10 when reader.ValueTextEquals("webhook_id"u8):
                    message.Webhook = Id(ref reader);
                    break;
                case 11 when reader.ValueTextEquals("attachments"u8):
                    ReadFiles(ref reader, ref message);
                    break;
                case 16 when reader.ValueTextEquals("edited_timestamp"u8):
                    reader.Read();
                    message.EditedAt = reader.TokenType is JsonTokenType.String && reader.TryGetDateTimeOffset(out var at) ? at : null;
                    break;
                case 17 when reader.ValueTextEquals("message_snapshots"u8):
                    ReadSnapshots(ref reader, ref message);
                    break;
                default:
                    reader.Read();
                    reader.Skip();
                    break;
            }
        }
    }

    private static void ReadAuthor(ref Utf8JsonReader reader, ref MessageData message)
    {
        if (!Opens(ref reader, JsonTokenType.StartObject))
            return;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                message.Author = Id(ref reader);
            }
            else if (reader.ValueTextEquals("bot"u8))
            {
                reader.Read();
                message.ByBot = reader.TokenType is JsonTokenType.True;
                reader.Skip();
            }
            else
            {
                reader.Read();
                reader.Skip();
            }
        }
    }

    // What a forwarded message carries: its text and files are the forwarder's now, too.
    private static void ReadSnapshots(ref Utf8JsonReader reader, ref MessageData message)
    {
        if (!Opens(ref reader, JsonTokenType.StartArray))
            return;
        for (var i = 0; reader.Read() && reader.TokenType is not JsonTokenType.EndArray; i++)
        {
            if (reader.TokenType is not JsonTokenType.StartObject || i >= MostSnapshots)
            {
                reader.Skip();
                continue;
            }

            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                var isMessage = reader.ValueTextEquals("message"u8);
                reader.Read();
                if (isMessage && reader.TokenType is JsonTokenType.StartObject)
                    ReadForwarded(ref reader, ref message);
                else
                    reader.Skip();
            }
        }
    }

    private static void ReadForwarded(ref Utf8JsonReader reader, ref MessageData message)
    {
        var forwarded = new MessageData();
        Read(ref reader, ref forwarded);
        if (forwarded.Text is { Length: > 0 })
            message.Text = Join(message.Text, forwarded.Text);
        if (forwarded.Files is { } files)
            (message.Files ??= []).AddRange(files);
    }

    private static void ReadFiles(ref Utf8JsonReader reader, ref MessageData message)
    {
        if (!Opens(ref reader, JsonTokenType.StartArray))
            return;
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            if (reader.TokenType is not JsonTokenType.StartObject || message.Files?.Count >= MostFiles)
            {
                reader.Skip();
                continue;
            }

            (message.Files ??= []).Add(ReadFile(ref reader));
        }
    }

    private static AttachmentInfo ReadFile(ref Utf8JsonReader reader)
    {
        string? name = null, title = null, description = null, type = null;
        long? size = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var key = reader.ValueTextEquals("filename"u8) ? 'n' : reader.ValueTextEquals("title"u8) ? 't'
                : reader.ValueTextEquals("description"u8) ? 'd' : reader.ValueTextEquals("content_type"u8) ? 'c' : reader.ValueTextEquals("size"u8) ? 's' : ' ';
            reader.Read();
            switch (key)
            {
                case 'n': name = Text(ref reader); break;
                case 't': title = Text(ref reader); break;
                case 'd': description = Text(ref reader); break;
                case 'c': type = Text(ref reader); break;
                case 's' when reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var bytes): size = bytes; break;
                default: reader.Skip(); break;
            }
        }

        // People read the title and the alt text as well: either may name somebody. The name stands last, for its ending.
        var words = string.Join(" ", new[] { title, description, name }.Where(w => !string.IsNullOrEmpty(w)));
        return new AttachmentInfo(words.Length == 0 ? "file" : words, type, size);
    }

    private static bool Opens(ref Utf8JsonReader reader, JsonTokenType opening)
    {
        reader.Read();
        if (reader.TokenType == opening)
            return true;
        reader.Skip();
        return false;
    }

    private static ulong Id(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType is JsonTokenType.String or JsonTokenType.Number && Utf8Parser.TryParse(reader.ValueSpan, out ulong id, out _))
            return id;
        reader.Skip();
        return 0;
    }

    private static string? Text(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
            return HostileText.Read(ref reader);
        reader.Skip();
        return null;
    }

    private static string? Join(string? first, string? second) =>
        string.IsNullOrEmpty(first) ? second : string.IsNullOrEmpty(second) ? first : $"{first}\n{second}";
}
