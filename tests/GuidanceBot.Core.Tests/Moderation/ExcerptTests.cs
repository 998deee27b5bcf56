using GuidanceBot.Moderation;
using GuidanceBot.Screening;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class ExcerptTests
{
    [Theory]
    [InlineData("saw him with Wilhelmina near the lift, MRN 44, at 9", "MRN 44", "saw him with […] near the lift, [ID], at […]")]
    [InlineData("I'm told The patient MRN 44 went home", "MRN 44", "I'm told The patient [ID] went home")]
    [InlineData("MRN 44", "MRN 44", "[ID]")]
    [InlineData("王小明 came, MRN 44", "MRN 44", "[…] came, [ID]")]
    [InlineData("mail x@y.zz or <@991> MRN 44 ok", "MRN 44", "mail […] or […] [ID] ok")]
    public void Identifiers_digits_and_unknown_capitalised_words_are_masked(string text, string identifier, string excerpt) =>
        Assert.Equal(excerpt, Of(text, identifier));

    [Fact]
    public void At_most_forty_characters_stand_on_either_side_and_no_word_is_cut()
    {
        var text = string.Join(' ', Enumerable.Repeat("abcdefg", 30)) + " MRN 44 " + string.Join(' ', Enumerable.Repeat("hijklmn", 30));

        var excerpt = Of(text, "MRN 44");

        Assert.Equal("… abcdefg abcdefg abcdefg abcdefg abcdefg [ID] hijklmn hijklmn hijklmn hijklmn hijklmn …", excerpt);
    }

    [Fact]
    public void An_identifier_that_the_window_would_cut_is_masked_whole()
    {
        const string Text = "Maria Theresa Gonzalez de la Cruz y Fernandez-Lopez came in, MRN 44";
        var name = new Identifier(IdentifierKind.Name, null, new TextSpan(0, 51), 0.9);
        var finding = Some.Finding(span: new TextSpan(61, 67));

        var excerpt = Excerpt.Of(Text, new ScreenResult([finding], [name]), finding);

        Assert.Equal("… [NAME] came in, MRN […]", excerpt);
    }

    [Theory]
    [InlineData(FindingCategory.PatientStoryIdentifiable)]
    [InlineData(FindingCategory.PatientImageOrFile)]
    [InlineData(FindingCategory.Distress)]
    public void Beside_a_story_a_picture_or_distress_there_is_none(FindingCategory category)
    {
        var finding = Some.Finding(span: new TextSpan(0, 3));

        Assert.Null(Excerpt.Of("abc def", new ScreenResult([finding, Some.Finding(category, span: new TextSpan(4, 7))], []), finding));
        Assert.NotNull(Excerpt.Of("abc def", new ScreenResult([finding], []), finding));
    }

    [Theory]
    [InlineData("\ud800 lone \udc00 MRN 44 \u202e marks")]
    [InlineData("\nMRN 44\n")]
    public void Broken_text_is_no_trouble(string text) => Assert.Contains("[ID]", Of(text, "MRN 44"));

    private static string? Of(string text, string identifier)
    {
        var at = text.IndexOf(identifier, StringComparison.Ordinal);
        var span = new TextSpan(at, at + identifier.Length);
        var finding = Some.Finding(span: span);
        return Excerpt.Of(text, new ScreenResult([finding], [new Identifier(IdentifierKind.Id, null, span, 0.9)]), finding);
    }
}
