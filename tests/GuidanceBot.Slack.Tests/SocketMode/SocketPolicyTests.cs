using GuidanceBot.Slack.SocketMode;

namespace GuidanceBot.Slack.Tests.SocketMode;

public class SocketPolicyTests
{
    [Fact]
    public void A_planned_refresh_opens_the_next_socket_at_once_and_reads_the_old_one_on()
    {
        Assert.Equal(new NextSocket(TimeSpan.Zero, KeepOld: true), SocketPolicy.After(DisconnectReason.Warning));
        Assert.Equal(new NextSocket(TimeSpan.Zero, KeepOld: true), SocketPolicy.After(DisconnectReason.RefreshRequested));
    }

    [Fact]
    public void Too_many_sockets_and_a_switched_off_link_are_left_alone_for_a_while()
    {
        Assert.True(SocketPolicy.After(DisconnectReason.TooManyWebsockets) is { KeepOld: false, Wait.TotalSeconds: >= 30 });
        Assert.True(SocketPolicy.After(DisconnectReason.LinkDisabled) is { KeepOld: false, Wait.TotalSeconds: >= 60 });
    }

    [Fact]
    public void The_first_break_is_mended_at_once_and_repeated_ones_ever_later_but_within_75_seconds()
    {
        var waits = Enumerable.Range(1, 20).Select(n => SocketPolicy.After(n, jitter: 0)).ToList();

        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 60, 60], waits.Take(9).Select(w => w.TotalSeconds));
        Assert.All(waits, w => Assert.True(w * 1.25 <= TimeSpan.FromSeconds(75)));
        Assert.True(SocketPolicy.After(5, jitter: 1) > SocketPolicy.After(5, jitter: 0));
    }

    [Theory]
    [InlineData(69, 1000, false)]
    [InlineData(70, 20, true)]
    [InlineData(70, 3, false)]
    [InlineData(600, 0, true)]
    public void A_silent_socket_is_suspicious_when_the_others_are_busy(int seconds, int givenToSiblings, bool dead)
    {
        Assert.Equal(dead, SocketPolicy.LooksDead(TimeSpan.FromSeconds(seconds), givenToSiblings));
    }

    [Theory]
    [InlineData("not_authed")]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    [InlineData("user_removed_from_team")]
    [InlineData("team_disabled")]
    public void What_never_heals_is_told_in_one_sentence(string error)
    {
        var sentence = SocketPolicy.Fatal(error);

        Assert.NotNull(sentence);
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ratelimited")]
    [InlineData("internal_error")]
    [InlineData("no_readable_answer")]
    [InlineData("something_new")]
    public void Everything_else_is_tried_again(string error) => Assert.Null(SocketPolicy.Fatal(error));
}
