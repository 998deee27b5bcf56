using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Guidance;

public sealed class TextRuleTests
{
    [Fact]
    public void No_text_of_a_pack_shames_or_promises_too_much() =>
        Assert.DoesNotContain(TextRules.Texts(), text => TextRules.Forbidden().IsMatch(text));

    [Fact]
    public void No_text_of_a_pack_states_what_nobody_could_verify() =>
        Assert.DoesNotContain(TextRules.Texts().Concat(SomePacks.Takeaways.Sources.Values.Select(s => $"{s.Title} {s.Year}"))
            .Concat(SomePacks.SupportLines.Countries.Values.SelectMany(c => c.Lines).Select(l => l.Number)), text => TextRules.Unverified().IsMatch(text));

    [Fact]
    public void No_text_of_a_pack_says_what_the_law_requires() =>
        Assert.DoesNotContain(TextRules.Texts().Except([SomePacks.Takeaways.Answers.Law]), text => TextRules.SaysTheLaw().IsMatch(text));
}
