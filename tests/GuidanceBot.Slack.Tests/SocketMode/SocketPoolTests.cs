using System.Text.Json.Nodes;
using GuidanceBot.Testing.Slack;
using Microsoft.Extensions.Time.Testing;

namespace GuidanceBot.Slack.Tests.SocketMode;

public sealed class SocketPoolTests : IAsyncLifetime
{
    private readonly CountingDesk _desk = new();
    private SlackDouble _slack = null!; // set before every test

    public async Task InitializeAsync() => _slack = await SlackDouble.StartAsync();

    public async Task DisposeAsync()
    {
        await _slack.DisposeAsync();
        Assert.Empty(_slack.Sockets.Complaints);
    }

    [Fact]
    public async Task Refreshes_under_a_stream_of_a_thousand_messages_lose_none_and_double_none()
    {
        await using var pool = new RunningPool(_slack, _desk, connections: 2);
        await OpenAsync(2);

        var sent = new List<Delivery>();
        for (var i = 0; i < 1000; i++)
        {
            sent.Add(_slack.Event(new JsonObject { ["type"] = "message", ["n"] = i }, $"Ev{i}"));
            if (i % 250 == 100)
                await RefreshAsync(_slack.Sockets.Open[0]);
        }

        await Task.WhenAll(sent.Select(s => s.Acked));
        Assert.All(sent, s => Assert.True(s.AckedAfter < TimeSpan.FromSeconds(3)));
        Assert.All(sent, s => Assert.Equal(1, s.Attempts));
        await _slack.UntilAsync(() => _desk.EventIds.Count >= 1000, "every event at the desk");
        Assert.Equal(1000, _desk.EventIds.Distinct().Count());
        Assert.Equal(1000, _desk.EventIds.Count);
    }

    [Fact]
    public async Task With_one_socket_the_next_is_open_before_the_old_one_closes()
    {
        await using var pool = new RunningPool(_slack, _desk, connections: 1);
        await OpenAsync(1);
        var old = _slack.Sockets.Open[0];

        await old.DisconnectAsync("warning");
        await OpenAsync(2);

        Assert.True(old.IsOpen);
        await old.CloseAsync();
        await _slack.UntilAsync(() => !old.IsOpen && _slack.Sockets.Open.Count == 1, "the old socket gone");
        Assert.Single(pool.Silences);
    }

    [Fact]
    public async Task A_cut_line_is_mended_and_what_waited_comes_then()
    {
        await using var pool = new RunningPool(_slack, _desk, connections: 1);
        await OpenAsync(1);

        await _slack.UntilAsync(() => pool.Silences.Count == 1, "the pool hears");

        _slack.Sockets.Open[0].Cut();
        await _slack.UntilAsync(() => _slack.Sockets.Open.Count == 0, "the cut");
        await _slack.Event(new JsonObject { ["type"] = "message" }).Acked;

        await _slack.UntilAsync(() => pool.Silences.Count == 2, "the pool told that it had been deaf");
    }

    [Fact]
    public async Task A_half_open_socket_is_found_out_and_its_events_come_over_another()
    {
        _slack.Sockets.AckWithin = TimeSpan.FromMilliseconds(500);
        await using var pool = new RunningPool(_slack, _desk, connections: 1, pongWithin: TimeSpan.FromMilliseconds(500));
        await OpenAsync(1);
        var dead = _slack.Sockets.Open[0];
        dead.HalfOpen = true;

        // The double's read that is under way still takes this one's acknowledgement; afterwards nothing is read.
        await _slack.Event(new JsonObject { ["type"] = "message" }).Acked;
        await _slack.UntilAsync(() => _slack.Sockets.Opened >= 2, "a second socket");

        dead.Takes = false;
        await _slack.Event(new JsonObject { ["type"] = "message" }).Acked;
    }

    [Fact]
    public async Task A_socket_that_says_nothing_while_its_sibling_is_busy_is_exchanged_and_nothing_is_lost()
    {
        var clock = new FakeTimeProvider();
        await using var pool = new RunningPool(_slack, _desk, connections: 2, clock: clock);
        await OpenAsync(2);
        var silent = _slack.Sockets.Open[0];
        silent.Takes = false;

        var sent = 0;
        for (; sent < 60 && _slack.Sockets.Opened == 2; sent++)
        {
            await _slack.Event(new JsonObject { ["type"] = "message" }, $"Ev{sent}").Acked;
            clock.Advance(TimeSpan.FromSeconds(10));
        }

        await OpenAsync(3);
        Assert.InRange(sent, 20, 59); // so many went to the sibling before the silence counted
        Assert.True(silent.IsOpen);
        silent.Takes = true;
        await Task.WhenAll(Enumerable.Range(100, 30).Select(n => _slack.Event(new JsonObject { ["type"] = "message" }, $"Ev{n}").Acked));
        while (silent.IsOpen)
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            await _slack.Event(new JsonObject { ["type"] = "message" }, $"Ev{1000 + sent++}").Acked;
        }

        Assert.Equal(_desk.EventIds.Count, _desk.EventIds.Distinct().Count());
    }

    [Theory]
    [InlineData("link_disabled", 60)]
    [InlineData("too_many_websockets", 30)]
    public async Task A_socket_that_Slack_does_not_want_is_closed_and_opened_again_after_a_while(string reason, int seconds)
    {
        var clock = new FakeTimeProvider();
        await using var pool = new RunningPool(_slack, _desk, connections: 1, clock: clock);
        await OpenAsync(1);
        var unwanted = _slack.Sockets.Open[0];

        await unwanted.DisconnectAsync(reason);
        await _slack.UntilAsync(() => _slack.Sockets.Open.Count == 0, "the socket closed from our side");
        clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal(1, _slack.Sockets.Opened);
        while (_slack.Sockets.Opened == 1)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await OpenAsync(1);
        Assert.False(pool.Ended.IsCompleted);
    }

    [Fact]
    public async Task Ten_ghosts_make_the_bot_wait_instead_of_pushing_out_more()
    {
        _slack.Sockets.Ghosts = 10;

        await using var pool = new RunningPool(_slack, _desk, connections: 2);
        await _slack.UntilAsync(() => _slack.Sockets.Opened == 2, "both slots trying once");

        Assert.False(pool.Ended.IsCompleted);
        Assert.Equal(2, _slack.Sockets.Opened);
    }

    [Fact]
    public async Task A_rate_limit_on_opening_is_waited_out_as_long_as_Slack_asked()
    {
        _slack.Fail("apps.connections.open", DoubleFault.Limit(1), DoubleFault.Page, DoubleFault.Error("internal_error"));

        await using var pool = new RunningPool(_slack, _desk, connections: 1);

        await OpenAsync(1);
        Assert.True(_slack.Calls.Count(c => c.Method == "apps.connections.open") >= 4);
    }

    [Theory]
    [InlineData("invalid_auth")]
    [InlineData("account_inactive")]
    [InlineData("user_removed_from_team")]
    public async Task What_never_heals_ends_the_pool_with_a_sentence(string error)
    {
        _slack.Fail("apps.connections.open", DoubleFault.Error(error), DoubleFault.Error(error));

        await using var pool = new RunningPool(_slack, _desk, connections: 2);

        Assert.False(string.IsNullOrEmpty(await pool.Ended));
    }

    [Fact]
    public async Task Frames_nobody_knows_do_not_end_the_socket()
    {
        await using var pool = new RunningPool(_slack, _desk, connections: 1);
        await OpenAsync(1);

        await _slack.Sockets.Open[0].SendAsync("Ping from applink-3");
        await _slack.Sockets.Open[0].SendAsync("""{"type":"brand_new","payload":[]}""");
        var after = _slack.Event(new JsonObject { ["type"] = "message" });

        await after.Acked;
        Assert.Equal(1, _slack.Sockets.Opened);
    }

    [Fact]
    public async Task A_message_of_forty_thousand_characters_comes_through()
    {
        await using var pool = new RunningPool(_slack, _desk, connections: 1);
        await OpenAsync(1);

        var long_ = _slack.Event(new JsonObject { ["type"] = "message", ["text"] = new string('é', 40_000) }, "EvLong");

        await long_.Acked;
        await _slack.UntilAsync(() => _desk.EventIds.Contains("EvLong"), "the long message");
    }

    private Task OpenAsync(int sockets) => _slack.UntilAsync(() => _slack.Sockets.Open.Count >= sockets, $"{sockets} sockets");

    // As Slack does it: a warning, then the close, while the new socket takes over.
    private async Task RefreshAsync(DoubleSocket old)
    {
        await old.DisconnectAsync("warning");
        await _slack.UntilAsync(() => _slack.Sockets.Open.Count >= 3, "the next socket");
        await old.DisconnectAsync("refresh_requested");
        await old.CloseAsync();
        await _slack.UntilAsync(() => !old.IsOpen, "the old socket gone");
    }
}
