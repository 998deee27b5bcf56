using GuidanceBot.Screening.Text;
using Xunit;

namespace GuidanceBot.Screening.Model;

/// <summary>The model as part of screening, with weights of a few words so that every sum can be followed.</summary>
public sealed class ModelTests
{
    private const string Pack = """
        rules:
          - id: hears-kraken
            category: harassment_or_threat
            severity: high
            score: 0.9
            reason: Names a kraken.
            phrases: [kraken]
        """;

    private static readonly FindingCategory Boundary = FindingCategory.BoundaryViolation;

    [Fact]
    public void A_message_is_found_by_its_words_together_where_no_rule_speaks()
    {
        var finding = Assert.Single(Screen("we had dinner with my patient").Findings);

        Assert.Equal((Boundary, "whole.boundary_violation"), (finding.Category, finding.Rule));
        Assert.InRange(finding.Score, 0.6, 0.99);
        Assert.Empty(Screen("we had dinner with my sister").Findings);
    }

    [Fact]
    public void It_points_at_the_words_that_weigh()
    {
        const string text = "the rota is out, the car park is shut, I had dinner with my patient, see you on monday";

        var span = Assert.Single(Screen(text).Findings).Span!.Value;

        Assert.Equal("dinner with my patient", text[span.Start..span.End]);
    }

    [Fact]
    public void A_clause_late_in_a_long_message_is_still_heard()
    {
        var text = string.Concat(Enumerable.Repeat("the rota is out and the car park is shut ", 100)) + "and I had dinner with my patient, yes, dinner with my patient";

        Assert.Equal(Boundary, Assert.Single(Screen(text).Findings).Category);
    }

    [Fact]
    public void What_a_reply_quotes_is_not_weighed_again() => Assert.Empty(Screen("> we had dinner with my patient\noh").Findings);

    [Fact]
    public void A_rule_is_taken_back_where_everything_else_speaks_against_it()
    {
        Assert.Equal("hears-kraken", Assert.Single(Screen("the kraken again").Findings).Rule);
        Assert.Empty(Screen("the kraken film again").Findings);
    }

    [Fact]
    public void A_rule_of_the_owners_own_is_never_taken_back() =>
        Assert.Equal("own-kraken", Assert.Single(Screen("the kraken film again", pack: Pack.Replace("hears-", "own-")).Findings).Rule);

    [Fact]
    public void Low_sensitivity_asks_for_more()
    {
        Assert.Empty(Screen("we had dinner with my patient", new ScreenOptions { Sensitivity = Sensitivity.Low }).Findings);
        Assert.Single(Screen("dinner dinner dinner with my patient patient", new ScreenOptions { Sensitivity = Sensitivity.Low }).Findings);
    }

    [Fact]
    public void A_channel_for_cases_asks_for_more_before_a_story_is_found()
    {
        Assert.Single(Screen("the mayor fainted").Findings);
        Assert.Empty(Screen("the mayor fainted", new ScreenOptions { CasesChannel = true }).Findings);
        Assert.Single(Screen("the mayor, the mayor fainted", new ScreenOptions { CasesChannel = true }).Findings);
    }

    [Fact]
    public void A_category_that_is_off_and_an_accepted_exception_stay_silent()
    {
        Assert.Empty(Screen("we had dinner with my patient", new ScreenOptions { Off = new HashSet<FindingCategory> { Boundary } }).Findings);
        Assert.Empty(Screen("we had dinner with my patient", new ScreenOptions { Exceptions = new HashSet<string> { "whole.boundary_violation" } }).Findings);
    }

    [Fact]
    public void Weights_of_another_kind_are_refused_with_what_to_do() =>
        Assert.Contains("train them again", Assert.Throws<InvalidOperationException>(() => Weights.Read([1, 2, 3, 4, 5, 6, 7, 8, 9])).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(96)]
    [InlineData(97)]
    [InlineData(1000)]
    public void Stretches_cover_every_unit_of_a_message(int units)
    {
        var covered = Enumerable.Range(0, Stretch.Count(units)).SelectMany(i => Enumerable.Range(0, units).Take(Stretch.At(i, units))).Distinct();

        Assert.Equal(units, covered.Count());
    }

    private static ScreenResult Screen(string text, ScreenOptions? options = null, string pack = Pack) =>
        new Screener(RulePack.Parse([("test.yaml", pack)]), Few()).Examine(text, null, options);

    // dinner and patient speak for contact beyond care, film against threats; the rule itself speaks for threats a little.
    private static Weights Few()
    {
        var rows = new Dictionary<ulong, sbyte[]>
        {
            [Word("dinner")] = Row(Boundary, 50),
            [Word("patient")] = Row(Boundary, 70),
            [Features.Pair(Unit("with"), Unit("my"))] = Row(Boundary, 20),
            [Word("mayor")] = Row(FindingCategory.PatientStoryIdentifiable, 100),
            [Word("film")] = Row(FindingCategory.HarassmentOrThreat, -100),
            [Features.Rule("hears-kraken")] = Row(FindingCategory.HarassmentOrThreat, 20),
        };
        float[] Each(float value) => [.. Enumerable.Repeat(value, Weights.Lanes)];
        return Weights.Read(Weights.Write(rows, Each(0.02f), Each(0), Each(1.1f), Each(-0.5f)));
    }

    private static sbyte[] Row(FindingCategory category, sbyte weight)
    {
        var row = new sbyte[Weights.Lanes];
        row[(int)category] = weight;
        return row;
    }

    private static ulong Word(string word) => Features.Word(Unit(word));

    private static uint Unit(string word) => (uint)(WordHash.Of(word) >> 16);
}
