using Xunit;

namespace GuidanceBot.Screening.Packs;

public sealed class PackReadingTests
{
    private const string Rule = """
        rules:
          - id: own
            category: misinformation
            severity: low
            reason: Ours.
            phrases: ["purple|green elephants? are real"]
        """;

    [Theory]
    [InlineData("rules:\n  - id: a\n    categry: distress\n", "own.yaml, line 3, column 5: categry: unknown key; expected one of id, category")]
    [InlineData("rules:\n  - id: a\n    category: gossip\n    severity: low\n    reason: R.\n    phrases: [x]\n", "own.yaml, line 3, column 15: category: expected one of patient_identifier")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: huge\n    reason: R.\n    phrases: [x]\n", "own.yaml, line 4, column 15: severity: expected low, medium or high")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n", "the rule looks for nothing")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    phrases: ['{nolist} x']\n", "no list is called nolist")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    phrases: ['x ...']\n", "expected a gap only between words")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    patterns: ['a(?=b)']\n", "lookarounds are not supported")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    patterns: ['(a)\\1']\n", "backreferences are not supported")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    patterns: ['(a{1,999}){1,999}']\n", "expected repeats of at most 100")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    patterns: ['(unclosed']\n", "expected a regular expression")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    score: 7\n    severity: low\n    reason: R.\n    phrases: [x]\n", "score: expected a number from 0 to 1")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    phrases: ['you are | were x']\n", "line 6, column 24: phrases: no word stands beside | ; write a|b without spaces")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    phrases: ['near| miss']\n", "a choice of several words is joined by _")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    phrases: ['(near miss|never event)']\n", "brackets mean nothing in a phrase")]
    [InlineData("rules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    phrases: ['{my list} x']\n", "a list is named like {this}, without a space inside")]
    [InlineData("lists:\n  b: ['near|miss']\nrules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    phrases: ['{b}']\n", "line 2, column 7: b: a list has no choices; write each as an item of its own")]
    [InlineData("rules: [unclosed\n", "this is not YAML")]
    [InlineData("lists:\n  a: ['{a}']\nrules:\n  - id: a\n    category: distress\n    severity: low\n    reason: R.\n    phrases: ['{a}']\n", "the list a contains itself")]
    public void A_wrong_pack_is_refused_with_one_sentence_that_says_where(string yaml, string expected)
    {
        var refused = Assert.Throws<RulePackException>(() => RulePack.Parse([("own.yaml", yaml)]));

        Assert.StartsWith("own.yaml, line ", refused.Message);
        Assert.Contains(expected, refused.Message);
        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("clot shot|turbo cancer|turbo cancers", "own.yaml, line 6, column 21: phrases: 'turbo' stands on both sides of a space; a choice of several words is joined by _")]
    [InlineData("a|b c|d e|f g|h i|j k|l m|n o|p q|r s|t u|v w|x y|z", "reads as 13 words in a row")]
    public void A_choice_that_a_space_has_cut_is_pointed_out(string phrase, string expected)
    {
        var pack = RulePack.Parse([("own.yaml", Rule.Replace("purple|green elephants? are real", phrase))]);

        Assert.StartsWith("own.yaml, line 6, column ", Assert.Single(pack.Warnings));
        Assert.Contains(expected, pack.Warnings[0]);
    }

    [Theory]
    [InlineData("you|u are|r so|very stupid|dumb")]
    [InlineData("their|his own own? fault")]
    [InlineData("near_miss|never_event happened|happens")]
    public void Choices_beside_choices_are_no_slip(string phrase) =>
        Assert.Empty(RulePack.Parse([("own.yaml", Rule.Replace("purple|green elephants? are real", phrase))]).Warnings);

    [Fact]
    public void An_owners_pack_adds_words_to_the_shipped_rules()
    {
        var screener = new Screener(RulePack.Parse([.. ShippedPacks.Files, ("own.yaml", Rule)]));

        var finding = Assert.Single(screener.Examine("Everyone says green elephants are real").Findings);

        Assert.Equal(("own", FindingCategory.Misinformation, Severity.Low), (finding.Rule, finding.Category, finding.Severity));
        Assert.Equal("green elephants are real", "Everyone says green elephants are real"[finding.Span!.Value.Start..finding.Span.Value.End]);
    }

    [Fact]
    public void An_exception_silences_what_lies_within_it()
    {
        var screener = new Screener(RulePack.Parse([("own.yaml", Rule + "\nexceptions: ['purple elephants are real estate']")]));

        Assert.Empty(screener.Examine("purple elephants are real estate").Findings);
        Assert.NotEmpty(screener.Examine("purple elephants are real").Findings);
    }

    [Fact]
    public void A_switch_turns_a_category_off_and_rules_off_a_single_rule()
    {
        var off = new Screener(RulePack.Parse([("own.yaml", Rule + "\nswitches:\n  misinformation: off")]));
        var without = new Screener(RulePack.Parse([("own.yaml", Rule), ("more.yaml", "rules_off: [own]")]));

        Assert.Empty(off.Examine("green elephants are real").Findings);
        Assert.Empty(without.Examine("green elephants are real").Findings);
    }

    [Fact]
    public void The_version_changes_with_the_content()
    {
        Assert.NotEqual(RulePack.Parse([("a.yaml", Rule)]).Version, RulePack.Parse([("a.yaml", Rule.Replace("purple", "pink"))]).Version);
        Assert.Equal(RulePack.Parse([("a.yaml", Rule)]).Version, RulePack.Parse([("a.yaml", Rule)]).Version);
    }

    [Fact]
    public void Every_shipped_rule_says_why_in_the_words_of_the_house()
    {
        string[] never = ["violation", "breach", "offender", "strike", "unprofessional", "compliant", "HIPAA-safe", "de-identified", "anonymised", "safe to post", "approved", "nudge", "verdict", "appeal"];

        Assert.All(ShippedPacks.Rules.Content!.Rules, rule =>
        {
            Assert.EndsWith(".", rule.Reason);
            Assert.DoesNotContain(never, word => rule.Reason.Contains(word, StringComparison.OrdinalIgnoreCase));
            Assert.NotEqual(4, rule.Takeaways.FirstOrDefault());
            Assert.Equal(rule.Category is FindingCategory.Distress, rule.Takeaways.Count == 0);
        });
    }
}
