using System.Net;
using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Rest;
using GuidanceBot.Testing.Discord;
using Xunit;

namespace GuidanceBot.Discord.Tests;

public sealed class RestTests
{
    private static readonly JsonObject Hello = new() { ["content"] = "hello" };

    [Fact]
    public async Task A_bucket_is_never_overrun_however_many_ask_at_once()
    {
        await using var discord = await DiscordDouble.StartAsync();
        discord.Limits.Set("POST /channels/", 5, TimeSpan.FromMilliseconds(300));
        await using var bot = await DiscordBot.StartAsync(discord);

        var answers = await Task.WhenAll(Enumerable.Range(0, 22).Select(i =>
            bot.Rest.AskAsync(Call.Post($"channels/{discord.General.Id}/messages", Hello.DeepClone()), CancellationToken.None)));

        Assert.All(answers, a => Assert.True(a.Ok));
        Assert.Equal(22, discord.General.Messages.Count);
        // The window of the double may turn between its count and its answer.
        Assert.InRange(discord.Limits.Refused, 0, 2);
    }

    [Theory]
    [InlineData("user", false)]
    [InlineData("shared", false)]
    [InlineData("global", true)]
    public async Task A_429_is_waited_for_and_then_tried_again(string scope, bool isGlobal)
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        discord.Fail("POST", "/messages", 429, times: 2, body: $$"""{"message":"slow down","retry_after":0.05,"global":{{(isGlobal ? "true" : "false")}}}""", headers: ("X-RateLimit-Scope", scope));

        var answer = await bot.Rest.AskAsync(Call.Post($"channels/{discord.General.Id}/messages", Hello.DeepClone()), CancellationToken.None);

        Assert.True(answer.Ok);
        Assert.Single(discord.General.Messages);
    }

    [Fact]
    public async Task A_storm_of_429s_is_sat_out_in_line_and_every_card_stands_once()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        discord.Fail("POST", "/messages", 429, times: 30, body: """{"message":"slow down","retry_after":0.05,"global":false}""", headers: ("X-RateLimit-Scope", "user"));

        var posted = await Task.WhenAll(Enumerable.Range(0, 40).Select(i =>
            bot.Platform.PostAsync(DiscordNames.Channel(discord.Guild.Id, discord.Moderators.Id), Card.Of($"Flag {i}"), new PostKey($"flag-{i}"), silent: false, CancellationToken.None)));

        Assert.All(posted, p => Assert.Equal(Outcome.Done, p.Outcome));
        Assert.Equal(40, discord.Moderators.Messages.Count);
        // Whoever was refused waits for all: nobody runs into the same refusal beside them.
        Assert.Equal(70, discord.Requests.Count(r => r.Method == "POST" && r.Path.EndsWith("/messages", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_post_that_may_have_gone_through_is_not_repeated_unless_it_carries_its_key()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord);
        discord.Fail("POST", "/messages", 502, times: 2, happens: true);

        var bare = await bot.Rest.AskAsync(Call.Post($"channels/{discord.General.Id}/messages", Hello.DeepClone()), CancellationToken.None);
        var keyed = await bot.Platform.PostAsync(DiscordNames.Channel(discord.Guild.Id, discord.Moderators.Id), Card.Of("A flag"), new PostKey("flag-1"), silent: false, CancellationToken.None);

        Assert.False(bare.Ok);
        Assert.Single(discord.General.Messages);
        Assert.Equal(Outcome.Done, keyed.Outcome);
        Assert.Single(discord.Moderators.Messages);
    }

    [Fact]
    public async Task Reading_is_tried_again_through_a_spell_of_500s()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, clock: new HurriedClock(20));
        discord.Fail("GET", "/roles", 500, times: 3);

        var roles = await bot.Platform.ListRolesAsync(new CommunityAddress("discord", discord.Guild.Id), CancellationToken.None);

        Assert.Empty(roles);
        Assert.Equal(4, discord.Requests.Count(r => r.Path.EndsWith("/roles", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_refused_token_is_said_once_and_nothing_more_is_asked()
    {
        await using var discord = await DiscordDouble.StartAsync();
        await using var bot = await DiscordBot.StartAsync(discord, o => o with { Token = "wrong" }, waitUntilReady: false);

        await GatewayTests.EventuallyAsync(() => bot.Log.Lines.Any(l => l.Contains("The bot left Discord", StringComparison.Ordinal)));

        Assert.Single(bot.Log.Lines, l => l.Contains("The bot left Discord: Discord does not accept the token", StringComparison.Ordinal));
        Assert.Equal(1, discord.Requests.Count(r => r.Status == 401));
        Assert.DoesNotContain(bot.Log.Lines, l => l.Contains("wrong", StringComparison.Ordinal));
    }

    [Fact]
    public void Refusals_are_counted_and_asking_stops_well_before_the_address_is_shut_out()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        var guard = new InvalidRequests(clock);

        for (var i = 0; i < 9_999; i++)
            guard.Count(HttpStatusCode.TooManyRequests, sharedLimit: true);
        Assert.True(guard.MayAsk);

        for (var i = 0; i < 8_000; i++)
            guard.Count(HttpStatusCode.Forbidden, sharedLimit: false);
        Assert.False(guard.MayAsk);

        clock.Advance(TimeSpan.FromMinutes(11));
        Assert.True(guard.MayAsk);
    }

    [Theory]
    [InlineData("GET", "channels/1/messages/2", "GET channels/{major}/messages/{id}", "1")]
    [InlineData("DELETE", "channels/1/messages/2", "DELETE channels/{major}/messages/{id}", "1")]
    [InlineData("GET", "channels/1/messages?limit=5&after=9", "GET channels/{major}/messages", "1")]
    [InlineData("GET", "guilds/7/members/8", "GET guilds/{major}/members/{id}", "7")]
    [InlineData("POST", "webhooks/7/to-ken", "POST webhooks/{major}/{token}", "7/to-ken")]
    [InlineData("GET", "users/@me", "GET users/@me", "")]
    public void A_route_is_its_path_without_ids_and_the_id_that_limits_are_kept_for(string method, string path, string template, string major)
    {
        Assert.Equal(new Route(template, major), Route.Of(new HttpMethod(method), path));
    }

    [Theory]
    [InlineData(50007, HttpStatusCode.Forbidden, Outcome.Unreachable)]
    [InlineData(50013, HttpStatusCode.Forbidden, Outcome.NotPermitted)]
    [InlineData(10008, HttpStatusCode.NotFound, Outcome.Gone)]
    [InlineData(0, HttpStatusCode.BadGateway, Outcome.Failed)]
    [InlineData(0, HttpStatusCode.NoContent, Outcome.Done)]
    public void What_Discord_says_is_an_outcome(int code, HttpStatusCode status, Outcome outcome)
    {
        using var body = System.Text.Json.JsonDocument.Parse($$"""{"code":{{code}}}""");

        Assert.Equal(outcome, new Answer(status, body.RootElement).Outcome);
    }
}
