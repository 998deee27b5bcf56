using GuidanceBot.Guidance;
using GuidanceBot.Testing;
using GuidanceBot.Tips;
using GuidanceBot.Wellbeing;
using Xunit;

namespace GuidanceBot.Packs;

/// <summary>Whatever an owner gets wrong is told in one sentence: file, line, column, key, what is expected.</summary>
public sealed class BrokenPackTests : IDisposable
{
    private readonly CopiedConfig config = new();

    [Theory]
    [InlineData("guidance/takeaways.yaml", "    explanation: >-", "    explaining: >-", "line 20, column 5, key 'explaining': expected one of number, wording")]
    [InlineData("guidance/takeaways.yaml", "  - number: 2\n", "  - number: thirteen\n", "key 'number': expected a whole number from 1 to 12, found 'thirteen'")]
    [InlineData("guidance/takeaways.yaml", "  - number: 2\n", "  - number: 1\n", "key 'number': expected each number from 1 to 12 once, found 1 again")]
    [InlineData("guidance/takeaways.yaml", "    wording: Be where the patients are.\n", "", "key 'wording': expected this key here; it is missing")]
    [InlineData("guidance/takeaways.yaml", "    wording: Be where the patients are.", "    wording: '  '", "key 'wording': expected a text that is not empty")]
    [InlineData("guidance/takeaways.yaml", "sources: [mayo-moral, ", "sources: [mayo-morale, ", "key 'sources': expected ids from sources.yaml, found 'mayo-morale'")]
    [InlineData("guidance/takeaways.yaml", "    do:\n", "    do: all of it\n    avoid:\n", "expected valid YAML")]
    [InlineData("guidance/sources.yaml", "    mark: P", "    mark: U", "key 'mark': expected P (read on the body's own page), M (on a mirror) or S (a secondary source), found 'U'")]
    [InlineData("guidance/sources.yaml", "    link: https://", "    link: see ", "key 'link': expected a link that starts with https:// or http://")]
    [InlineData("guidance/questions/01-share.yaml", "topic: 1", "topic: 13", "key 'topic': expected a takeaway's number from 1 to 12, doses, own_data or out_of_scope, found '13'")]
    [InlineData("guidance/questions/01-share.yaml", "topic: 1", "topic: 2", "missing 1")]
    [InlineData("guidance/synonyms.yaml", "concepts:", "concept:", "key 'concept': expected one of spellings, concepts")]
    [InlineData("guidance/synonyms.yaml", "  law: [", "  lawful: [", "key 'concepts': expected a concept 'law'")]
    public void A_mistake_in_the_guidance_is_named(string file, string old, string with, string expected)
    {
        config.Replace(file, old, with);

        AssertOneSentence(expected, () => TakeawayPack.Load(config.Guidance));
    }

    [Fact]
    public void A_missing_takeaway_is_named()
    {
        var text = File.ReadAllText(Path.Combine(config.Guidance, "takeaways.yaml"));
        config.Replace("guidance/takeaways.yaml", text[text.IndexOf("  - number: 12", StringComparison.Ordinal)..], "");

        AssertOneSentence("expected all twelve, 1 to 12; missing 12", () => TakeawayPack.Load(config.Guidance));
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        config.Delete("guidance/answers.yaml");

        AssertOneSentence("answers.yaml: the file cannot be read, expected a YAML file there", () => TakeawayPack.Load(config.Guidance));
    }

    [Fact]
    public void A_missing_folder_is_named() =>
        AssertOneSentence("there is no such folder", () => TipPack.Load(Path.Combine(config.Tips, "nowhere"), SomePacks.Takeaways));

    [Theory]
    [InlineData("  - id: share-source", "  - id: share-competence", "key 'id': expected an id that no other tip has, found 'share-competence' again")]
    [InlineData("    takeaway: 1", "    takeaway: 0", "line 4, column 15, key 'takeaway': expected a whole number from 1 to 12, found '0'")]
    [InlineData("    question: true\n", "", "key 'question': expected true exactly where the text ends in a question mark")]
    [InlineData("    question: true", "    question: perhaps", "key 'question': expected true or false, found 'perhaps'")]
    [InlineData("sources: [nmc-evidence]", "sources: []", "key 'sources': expected a list with at least one entry")]
    [InlineData("tips:", "tips: none\nold:", "key 'old': expected one of tips")]
    public void A_mistake_in_the_tips_is_named(string old, string with, string expected)
    {
        config.Replace("tips/01-share.yaml", old, with);

        AssertOneSentence(expected, () => TipPack.Load(config.Tips, SomePacks.Takeaways));
    }

    [Theory]
    [InlineData("lines.yaml", "code: GB", "code: UKX", "key 'code': expected an ISO code of two capital letters such as GB, found 'UKX'")]
    [InlineData("lines.yaml", "checked: 2026-11-22", "checked: yesterday", "key 'checked': expected a date such as 2026-11-22, found 'yesterday'")]
    [InlineData("words.yaml", "Call {emergency}.", "Call 112.", "key 'support': expected a text that holds {emergency}")]
    public void A_mistake_in_the_support_lines_is_named(string file, string old, string with, string expected)
    {
        config.Replace("wellbeing/" + file, old, with);

        AssertOneSentence(expected, () => SupportLines.Load(config.Wellbeing));
    }

    public void Dispose() => config.Dispose();

    private static void AssertOneSentence(string expected, Func<object> load)
    {
        var message = Assert.Throws<PackException>(load).Message;

        Assert.Contains(expected, message);
        Assert.DoesNotContain('\n', message);
        Assert.EndsWith(".", message);
    }
}
