using Xunit;

namespace GuidanceBot.Screening.Rules;

public sealed class PhraseTests
{
    [Theory]
    [InlineData("blue whale", "a blue whale swam", "blue whale")]
    [InlineData("blue|grey whale", "Grey whale!", "Grey whale")]
    [InlineData("moan~ loudly", "he was moaning loudly", "moaning loudly")]
    [InlineData("blue ...2 whale", "blue and very whale", "blue and very whale")]
    [InlineData("blue ...2 whale", "blue and really very whale", null)]
    [InlineData("blue ...2 whale", "so blue. A whale", null)]
    [InlineData("blue >>4 whale", "so blue. A whale", "blue. A whale")]
    [InlineData("blue big? whale", "blue whale", "blue whale")]
    [InlineData("blue big? whale", "blue big whale", "blue big whale")]
    [InlineData("dont jump", "don't jump", "don't jump")]
    [InlineData("dont jump", "don’t jump", "don’t jump")]
    [InlineData("waste_of_space|clown here", "total waste of space here", "waste of space here")]
    [InlineData("^ blue", "so blue", null)]
    [InlineData("^ blue", "Wow. Blue sky", "Blue")]
    [InlineData("blue $", "it is blue", "blue")]
    [InlineData("blue $", "blue skies", null)]
    [InlineData("whale {number}", "whale 52 again", "whale 52")]
    [InlineData("thanks {mention}", "thanks @rory_itu lots", "thanks @rory")]
    public void A_phrase_finds_what_it_says_and_nothing_else(string phrase, string text, string? found)
    {
        var screener = new Screener(RulePack.Parse([("own.yaml", $"rules:\n  - id: a\n    category: misinformation\n    severity: low\n    reason: R.\n    phrases: ['{phrase.Trim()}']")]));

        var finding = screener.Examine(text).Findings.SingleOrDefault(f => f.Rule == "a");

        Assert.Equal(found, finding?.Span is { } span ? text[span.Start..span.End] : null);
    }

    [Theory]
    [InlineData("near: {words: 2, any: [sea]}", "whale by the sea", true)]
    [InlineData("near: {words: 2, any: [sea]}", "whale a long way away from the sea", false)]
    [InlineData("requires: [sea]", "whale a long way away from the sea", true)]
    [InlineData("unless: [sea]", "whale a long way away from the sea", false)]
    [InlineData("unless: {words: 2, any: [sea]}", "whale a long way away from the sea", true)]
    [InlineData("quoted: off", "they said \"whale\" again", false)]
    [InlineData("quoted: on", "they said \"whale\" again", true)]
    public void Conditions_decide_whether_a_rule_speaks(string condition, string text, bool speaks)
    {
        var screener = new Screener(RulePack.Parse([("own.yaml", $"rules:\n  - id: a\n    category: misinformation\n    severity: low\n    reason: R.\n    phrases: [whale]\n    {condition}")]));

        Assert.Equal(speaks, screener.Examine(text).Findings.Any(f => f.Rule == "a"));
    }

    [Fact]
    public void Signals_speak_when_their_weights_suffice()
    {
        var screener = new Screener(RulePack.Parse([("own.yaml", """
            rules:
              - id: a
                category: misinformation
                severity: low
                reason: R.
                score: 0.7
                needs: 2
                signals:
                  - {name: one, weight: 1, phrases: [whale]}
                  - {name: two, weight: 1, phrases: [sea]}
                  - {name: three, weight: 1, phrases: [ship]}
                  - {name: against, weight: -2, phrases: [film]}
            """)]));

        Assert.Empty(screener.Examine("a whale").Findings);
        Assert.Equal(0.7, screener.Examine("a whale in the sea").Findings.Single().Score, 3);
        Assert.True(screener.Examine("a whale in the sea near a ship").Findings.Single().Score > 0.7);
        Assert.Empty(screener.Examine("a film of a whale in the sea near a ship").Findings);
    }
}
