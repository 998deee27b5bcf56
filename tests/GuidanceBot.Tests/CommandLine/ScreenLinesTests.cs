using System.Text;
using System.Text.Json;
using GuidanceBot.CommandLine;
using GuidanceBot.Screening;
using Xunit;

namespace GuidanceBot.Tests.CommandLine;

public sealed class ScreenLinesTests
{
    private static readonly Screener Screener = new(RulePack.Parse([]));

    [Fact]
    public void Every_message_gets_one_line_in_order()
    {
        var input = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{{\"id\":\"m{i}\",\"text\":\"hello {i}\",\"more\":[1,{{}}]}}\n"));

        var (lines, errors, bad) = Run(input);

        Assert.Equal(0, bad);
        Assert.Empty(errors);
        Assert.Equal(Enumerable.Range(0, 20_000).Select(i => $"m{i}"), lines.Select(l => l.GetProperty("id").GetString()));
    }

    [Fact]
    public void A_result_has_every_field_and_arrays_even_when_empty()
    {
        var (lines, _, _) = Run("{\"id\":7,\"text\":\"hello\"}");

        var line = Assert.Single(lines);
        Assert.Equal(7, line.GetProperty("id").GetInt32());
        Assert.False(line.GetProperty("flagged").GetBoolean());
        Assert.Equal("none", line.GetProperty("severity").GetString());
        Assert.Equal(0, line.GetProperty("findings").GetArrayLength());
        Assert.Equal(0, line.GetProperty("identifiers").GetArrayLength());
        Assert.Equal("hello", line.GetProperty("masked").GetString());
    }

    [Theory]
    [InlineData(nameof(OffsetUnit.Utf16), 13)]
    [InlineData(nameof(OffsetUnit.Codepoints), 11)]
    public void Offsets_count_what_was_asked_for(string unit, int start)
    {
        var (lines, _, _) = Run("{\"id\":\"a\",\"text\":\"😀😀 hey mrn 00718834\"}", Enum.Parse<OffsetUnit>(unit));

        var identifier = lines[0].GetProperty("identifiers")[0];
        Assert.Equal("id", identifier.GetProperty("kind").GetString());
        Assert.Equal(start, identifier.GetProperty("start").GetInt32());
        Assert.Equal(start + 8, identifier.GetProperty("end").GetInt32());
    }

    [Fact]
    public void Bad_lines_are_told_by_number_and_the_rest_goes_on()
    {
        var (lines, errors, bad) = Run("\uFEFF{\"id\":\"a\",\"text\":\"x\"}\r\n\r\nnonsense\n[]\n{\"id\":\"b\"}\n{\"text\":\"x\"}\n{\"id\":\"c\",\"text\":3}\n{\"id\":\"d\",\"text\":\"x\",\"attachments\":[{}]}\n{\"id\":\"e\",\"text\":\"x\"} {}\n{\"id\":\"f\",\"text\":\"y\"}");

        Assert.Equal(["a", "f"], lines.Select(l => l.GetProperty("id").GetString()));
        Assert.Equal(7, bad);
        Assert.Equal([3, 4, 5, 6, 7, 8, 9], errors.Select(e => int.Parse(e.Split(':')[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(errors, e => e.Contains("nonsense", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\\ud800", "\uFFFD")]
    [InlineData("a\\udc00b", "a\uFFFDb")]
    [InlineData("\\ud83d\\ude00\\n\\\"\\u0041", "😀\n\"A")]
    public void A_lone_surrogate_reads_as_the_replacement_character(string escaped, string read)
    {
        var (lines, _, bad) = Run($"{{\"id\":\"a\",\"text\":\"{escaped}\"}}");

        Assert.Equal(0, bad);
        Assert.Equal(read, lines[0].GetProperty("masked").GetString());
    }

    private static (List<JsonElement> Lines, List<string> Errors, int Bad) Run(string input, OffsetUnit unit = OffsetUnit.Utf16)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(input));

        var bad = JsonLines.Run(stream, output, errors, new ScreenLines(Screener, ScreenOptions.Default, unit).Screen);

        var lines = Encoding.UTF8.GetString(output.ToArray()).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        return (lines, [.. errors.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)], bad);
    }
}
