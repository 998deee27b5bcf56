using GuidanceBot.Screening.Packs;
using Xunit;

namespace GuidanceBot.Screening.Drafts;

public sealed class RewordTests
{
    private static readonly Screener Screener = ShippedPacks.Screener;

    [Fact]
    public void A_safer_wording_is_itself_screened()
    {
        const string draft = "Mr Ezekiel Thornbury in bed 4 came in on 7 March and is doing well";

        var result = Screener.Examine(draft);
        var reworded = Screener.Reword(draft, result);

        Assert.NotEmpty(result.Findings);
        Assert.True(reworded is null || (Screener.Examine(reworded).Findings.Count == 0 && !reworded.Contains("Thornbury", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_wording_that_would_still_be_flagged_is_withheld()
    {
        const string draft = "Our consultant is a complete idiot and Dr Hill on 7 March was drunk";

        Assert.Null(Screener.Reword(draft, Screener.Examine(draft)));
    }

    [Fact]
    public void Where_nothing_was_found_there_is_nothing_to_reword() =>
        Assert.Null(Screener.Reword("coffee is on", Screener.Examine("coffee is on")));

    [Theory]
    [InlineData("an 87-year-old man", "an older adult man")]
    [InlineData("a 34 yo", "a adult")]
    [InlineData("seen last Tuesday night", "seen recently")]
    [InlineData("on Monday", "recently")]
    public void Ages_and_days_become_vague(string text, string expected) =>
        Assert.Equal(expected, SaferWording.Of(text, ScreenResult.Nothing));
}
