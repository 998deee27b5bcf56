using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using Xunit;

namespace GuidanceBot.Tests;

/// <summary>The rules for every text, kept over every string in every assembly of ours and every pack that owners edit.</summary>
public sealed partial class TextRuleTests
{
    [Fact]
    public void No_text_of_the_bot_uses_a_word_that_shames_or_promises_too_much()
    {
        var bad = OwnAssemblies().SelectMany(Literals).Where(l => Forbidden().IsMatch(l.Text)).Select(l => $"{l.Assembly}: {l.Text}");

        Assert.Empty(bad);
    }

    [Fact]
    public void The_strings_that_are_checked_include_the_texts_people_read()
    {
        var texts = OwnAssemblies().SelectMany(Literals).Select(l => l.Text).ToHashSet();

        Assert.Contains("The twelve takeaways", texts);
    }

    private static IEnumerable<string> OwnAssemblies() =>
        Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll")
            .Where(f => Path.GetFileName(f) is var name
                && (name.StartsWith("GuidanceBot.", StringComparison.Ordinal) || name == "guidancebot.dll")
                && !name.Contains("Test", StringComparison.Ordinal));

    // Every string literal of an assembly stands in its user-string heap, parts of interpolated ones too.
    private static IEnumerable<(string Assembly, string Text)> Literals(string file)
    {
        using var reader = new PEReader(File.OpenRead(file));
        var metadata = reader.GetMetadataReader();
        var texts = new List<(string, string)>();
        for (var handle = MetadataTokens.UserStringHandle(1); !handle.IsNil; handle = metadata.GetNextHandle(handle))
            texts.Add((Path.GetFileName(file), metadata.GetUserString(handle)));
        return texts;
    }

    // Names that scripts rely on (categories, rule ids) are no texts that people read.
    [GeneratedRegex(@"(?<![\w_.])(violations?|breach(es|ed)?|offenders?|strikes?|unprofessional|compliant|HIPAA-safe|de-?identified|anonymi[sz]ed|safe to post|approved|looks fine)(?![\w_])", RegexOptions.IgnoreCase)]
    private static partial Regex Forbidden();
}
