using GuidanceBot.Slack.Events;

namespace GuidanceBot.Slack.Tests.Events;

public class SlackTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("bed 3 &amp; 4, BP &lt; 90", "bed 3 & 4, BP < 90")]
    [InlineData("mail <mailto:ann@example.org|ann@example.org>", "mail ann@example.org")]
    [InlineData("call <tel:+441632960001|01632 960001>", "call 01632 960001")]
    [InlineData("see <http://example.org|example.org>", "see http://example.org")]
    [InlineData("see <https://example.org/x?a=1&amp;b=2>", "see https://example.org/x?a=1&b=2")]
    [InlineData("see <https://example.org|this page>", "see this page (https://example.org)")]
    [InlineData("<@U123> and <@U123|ann>", "<@U123> and @ann")]
    [InlineData("<#C123|general> <#C123>", "#general <#C123>")]
    [InlineData("<!here> <!subteam^S1|@mods>", "@here @mods")]
    [InlineData("a < b > c <", "a < b > c <")]
    public void Markup_reads_as_what_the_author_typed(string marked, string plain) => Assert.Equal(plain, SlackText.Plain(marked));

    [Fact]
    public void A_command_that_asks_for_channels_gets_their_ids() =>
        Assert.Equal("tips add channel:C123 zone:Europe/London", SlackText.Plain("tips add channel:<#C123|tips> zone:Europe/London", channelsAsIds: true));
}
