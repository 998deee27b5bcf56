using GuidanceBot.Chat;
using GuidanceBot.Slack.Tests.SocketMode;
using GuidanceBot.Slack.Web;
using GuidanceBot.Testing.Slack;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Slack.Tests.Web;

public sealed class SlackApiTests : IAsyncLifetime
{
    private readonly HttpClient _http = new();
    private SlackDouble _slack = null!; // set before every test
    private SlackApi _api = null!; // set before every test

    public async Task InitializeAsync()
    {
        _slack = await SlackDouble.StartAsync();
        var settings = RunningPool.Settings(_slack);
        _api = new SlackApi(new SlackCaller(_http, settings.ApiBase, new RateGate(), TimeProvider.System, NullLogger<SlackCaller>.Instance), settings);
    }

    public async Task DisposeAsync()
    {
        await _slack.DisposeAsync();
        _http.Dispose();
    }

    [Fact]
    public async Task A_read_that_met_a_proxys_page_is_repeated()
    {
        _slack.Fail("users.info", DoubleFault.Page);

        var answer = await _api.UserInfoAsync("U0MEL", default);

        Assert.True(answer.Ok);
    }

    [Fact]
    public async Task A_post_whose_answer_got_lost_is_not_repeated_blindly()
    {
        _slack.Fail("chat.postMessage", DoubleFault.HalfDone);

        var answer = await _api.PostAsync("C0TIPS", "Tip", "[]", """{"event_type":"t","event_payload":{}}""", null, default);

        Assert.Equal(Outcome.Failed, answer.Outcome);
        Assert.Single(_slack.Posts("C0TIPS"));
    }

    [Fact]
    public async Task A_limit_is_waited_out_even_for_posts_since_nothing_was_done()
    {
        _slack.Fail("chat.postMessage", DoubleFault.Limit(1));

        var answer = await _api.PostAsync("C0TIPS", "Tip", "[]", """{"event_type":"t","event_payload":{}}""", null, default);

        Assert.True(answer.Ok);
        Assert.Single(_slack.Posts("C0TIPS"));
    }

    [Fact]
    public async Task A_limit_longer_than_a_person_waits_is_handed_back()
    {
        _slack.Fail("users.info", DoubleFault.Limit(600));

        var answer = await _api.UserInfoAsync("U0MEL", default);

        Assert.Equal(Outcome.Failed, answer.Outcome);
        Assert.Equal(TimeSpan.FromSeconds(600), answer.RetryAfter);
    }

    [Fact]
    public async Task Every_page_of_a_long_list_is_read()
    {
        for (var i = 0; i < 120; i++)
            _slack.Workspace.Channels[$"C{i}"] = new DoubleChannel($"C{i}", $"more-{i}");

        var pages = new List<SlackAnswer>();
        await foreach (var page in _api.ListChannelsAsync(default))
            pages.Add(page);

        Assert.Equal(3, pages.Count);
    }

    [Theory]
    [InlineData("message_not_found", Outcome.Gone)]
    [InlineData("channel_not_found", Outcome.Gone)]
    [InlineData("cant_delete_message", Outcome.NotPermitted)]
    [InlineData("missing_scope", Outcome.NotPermitted)]
    [InlineData("not_in_channel", Outcome.NotPermitted)]
    [InlineData("token_revoked", Outcome.NotPermitted)]
    [InlineData("messages_tab_disabled", Outcome.Unreachable)]
    [InlineData("plan_upgrade_required", Outcome.Unsupported)]
    [InlineData("fatal_error", Outcome.Failed)]
    [InlineData("an_error_of_tomorrow", Outcome.Failed)]
    public void Each_documented_error_means_something_to_the_core(string error, Outcome expected)
    {
        Assert.Equal(expected, new SlackAnswer(error).Outcome);
    }

    [Fact]
    public async Task A_missing_scope_is_named()
    {
        _slack.Scopes.Remove("users:read");

        var answer = await _api.UserInfoAsync("U0MEL", default);

        Assert.Equal(("missing_scope", "users:read"), (answer.Error, answer.Needed));
    }
}
