using GuidanceBot.Hosting;
using GuidanceBot.Settings;
using Microsoft.Extensions.Configuration;

namespace GuidanceBot.Slack.Tests.Settings;

public class SlackSectionTests
{
    [Theory]
    [InlineData("Slack:AppToken", "Slack:BotToken=xoxb-1")]
    [InlineData("Slack:BotToken", "Slack:AppToken=xapp-1")]
    [InlineData("Slack:BotToken", "Slack:UserToken=xoxp-1")]
    [InlineData("Slack:BotToken", "Slack:BotToken=secret-of-another-kind", "Slack:AppToken=xapp-1")]
    [InlineData("Slack:AppToken", "Slack:BotToken=xoxb-1", "Slack:AppToken=xoxb-1")]
    [InlineData("Slack:Connections", "Slack:BotToken=xoxb-1", "Slack:AppToken=xapp-1", "Slack:Connections=11")]
    [InlineData("Slack:ApiBase", "Slack:BotToken=xoxb-1", "Slack:AppToken=xapp-1", "Slack:ApiBase=http://slack.example")]
    public void What_is_half_set_or_wrong_stops_the_start_with_the_key(string key, params string[] settings)
    {
        var refused = Assert.Throws<StartRefused>(() => Read(settings));

        Assert.Contains(key, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-of-another-kind", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_set_is_no_Slack_and_both_tokens_are_enough()
    {
        var set = Read("Slack:BotToken=xoxb-1", "Slack:AppToken=xapp-1");

        Assert.Null(Read());
        Assert.Equal(2, set!.Connections);
        Assert.DoesNotContain("xoxb", set.ToString(), StringComparison.Ordinal);
    }

    private static SlackSettings? Read(params string[] settings) =>
        SlackSection.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => s.Split('=', 2)).ToDictionary(s => s[0], s => (string?)s[1])).Build());
}
