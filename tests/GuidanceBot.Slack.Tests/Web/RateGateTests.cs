using GuidanceBot.Slack.Web;

namespace GuidanceBot.Slack.Tests.Web;

public class RateGateTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Messages_to_one_channel_go_a_second_apart_and_to_others_at_once()
    {
        var gate = new RateGate();

        var first = gate.Reserve(SlackMethod.PostMessage, "C1", Start);
        var second = gate.Reserve(SlackMethod.PostMessage, "C1", Start);
        var elsewhere = gate.Reserve(SlackMethod.PostMessage, "C2", Start);

        Assert.Equal([Start, Start.AddSeconds(1), Start], [first, second, elsewhere]);
    }

    [Fact]
    public void A_method_keeps_its_tier_over_any_minute_after_its_first_burst()
    {
        var gate = new RateGate();

        var times = Enumerable.Range(0, 200).Select(_ => gate.Reserve(SlackMethod.ListChannels, null, Start)).ToList();

        Assert.Equal(Start, times[4]);
        Assert.All(times.Zip(times.Skip(20)), pair => Assert.True(pair.Second - pair.First > TimeSpan.FromSeconds(59)));
    }

    [Fact]
    public void Nothing_goes_before_the_time_Slack_asked_for()
    {
        var gate = new RateGate();
        gate.Reserve(SlackMethod.UserInfo, null, Start);

        gate.Hold(SlackMethod.UserInfo, Start.AddSeconds(30));

        Assert.Equal(Start.AddSeconds(30), gate.Reserve(SlackMethod.UserInfo, null, Start));
    }
}
