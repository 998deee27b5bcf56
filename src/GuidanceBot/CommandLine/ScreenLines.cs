using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using GuidanceBot.Screening;

namespace GuidanceBot.CommandLine;

/// <summary>One line of <c>screen</c>: a message in, its result out.</summary>
internal sealed class ScreenLines(Screener screener, ScreenOptions options, OffsetUnit unit)
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static Utf8JsonWriter? spare;

    /// <summary>Screens the message of one line. Writes nothing when the line is bad.</summary>
    public void Screen(ReadOnlySpan<byte> line, ArrayBufferWriter<byte> output)
    {
        var request = ScreenRequest.Read(line);
        var result = screener.Examine(request.Text, request.Attachments, options);

        var json = spare ??= new Utf8JsonWriter(output, Plain);
        json.Reset(output);
        Write(json, request, result);
        json.Flush();
        output.Write("\n"u8);
    }

    private void Write(Utf8JsonWriter json, in ScreenRequest request, ScreenResult result)
    {
        var offsets = new Offsets(request.Text, unit);
        json.WriteStartObject();
        json.WritePropertyName("id"u8);
        json.WriteRawValue(request.Id, skipInputValidation: true);
        json.WriteBoolean("flagged"u8, result.Flagged);
        json.WriteString("severity"u8, result.Severity.Name());
        json.WriteStartArray("findings"u8);
        foreach (var finding in result.Findings)
            Write(json, finding, offsets);
        json.WriteEndArray();
        json.WriteStartArray("identifiers"u8);
        foreach (var identifier in result.Identifiers)
            Write(json, identifier, offsets);
        json.WriteEndArray();
        json.WriteString("masked"u8, Screener.Mask(request.Text, result.Identifiers));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Finding finding, Offsets offsets)
    {
        json.WriteStartObject();
        json.WriteString("category"u8, finding.Category.Name());
        if (finding.Kind is { } kind)
            json.WriteString("kind"u8, kind.Name());
        if (finding.Type is not null)
            json.WriteString("type"u8, finding.Type);
        json.WriteString("severity"u8, finding.Severity.Name());
        json.WriteNumber("score"u8, Math.Round(finding.Score, 3));
        if (finding.Span is { } span)
        {
            json.WriteNumber("start"u8, offsets.Of(span.Start));
            json.WriteNumber("end"u8, offsets.Of(span.End));
        }
        else
        {
            json.WriteNull("start"u8);
            json.WriteNull("end"u8);
        }

        json.WriteString("rule"u8, finding.Rule);
        json.WriteString("reason"u8, finding.Reason);
        json.WriteStartArray("takeaways"u8);
        foreach (var takeaway in finding.Takeaways)
            json.WriteNumberValue(takeaway);
        json.WriteEndArray();
        if (finding.Rewrite is not null)
            json.WriteString("rewrite"u8, finding.Rewrite);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Identifier identifier, Offsets offsets)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, identifier.Kind.Name());
        if (identifier.Type is not null)
            json.WriteString("type"u8, identifier.Type);
        json.WriteNumber("start"u8, offsets.Of(identifier.Span.Start));
        json.WriteNumber("end"u8, offsets.Of(identifier.Span.End));
        json.WriteNumber("score"u8, Math.Round(identifier.Score, 3));
        json.WriteEndObject();
    }

    /// <summary>Turns UTF-16 offsets into the unit asked for; going forward costs each character once.</summary>
    private sealed class Offsets(string text, OffsetUnit unit)
    {
        private readonly bool same = unit is OffsetUnit.Utf16 || !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF');
        private int at;
        private int points;

        public int Of(int utf16)
        {
            if (same)
                return utf16;
            if (utf16 < at)
                (at, points) = (0, 0);
            for (; at < utf16; at++)
                points += at > 0 && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? 0 : 1;
            return points;
        }
    }
}
