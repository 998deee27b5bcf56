using Xunit;

namespace GuidanceBot.Screening.Tests;

public sealed class CostTests
{
    private static readonly Screener Screener = new(RulePack.Parse([]));

    private static readonly string[] Clean =
    [
        "so how have you been feeling since the last dose?",
        "Reminder: the journal club moves to Thursday at noon, bring coffee.",
        "Management of hypertension in a 52-year-old man with chronic kidney disease",
        "does anyone have the slides from this morning? thanks",
        "Crohn's disease and colitis overlap more than the textbooks say",
        "ok, see you at 17:30 then 👍",
    ];

    [Fact]
    public void A_clean_message_allocates_nothing()
    {
        foreach (var text in Clean.Concat(Clean))
            Assert.Same(ScreenResult.Nothing, Screener.Examine(text));

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < 50; round++)
        {
            foreach (var text in Clean)
                Screener.Examine(text);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("1 ")]
    [InlineData("1-")]
    [InlineData("A. ")]
    [InlineData("Anna ")]
    [InlineData("april 3 ")]
    [InlineData("1.1.1.")]
    [InlineData("a@a.")]
    [InlineData("oh seven ")]
    [InlineData("bed 1 ")]
    [InlineData("<@")]
    [InlineData("a_b^")]
    [InlineData("14 Oak 15 ")]
    [InlineData("::a")]
    [InlineData("\u0430\u200b")]
    public void The_longest_message_of_any_kind_is_screened(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 40_000 / piece.Length));

        var result = Screener.Examine(text);

        Assert.All(result.Identifiers, i => Assert.InRange(i.Span.End, 1, text.Length));
    }
}
