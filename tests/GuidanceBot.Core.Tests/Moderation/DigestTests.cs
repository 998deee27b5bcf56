using GuidanceBot.Chat;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class DigestTests
{
    [Fact]
    public async Task What_is_not_pressing_comes_once_a_day_at_half_past_eight_local()
    {
        await using var bot = (await TestBot.StartAsync(s => s with { Zone = "Pacific/Auckland" })).Scripted();
        await bot.RunDueAsync();
        for (var i = 0; i < 12; i++)
            await bot.SayAsync(Some.Message($"{Scripts.Medium} {i}"));

        // 10:00 UTC is 23:00 in Auckland: half past eight is 19:30 UTC.
        await bot.PassAsync(TimeSpan.FromHours(9.4));
        Assert.Empty(bot.Platform.Posts);
        await bot.PassAsync(TimeSpan.FromHours(0.1));
        await bot.PassAsync(TimeSpan.FromHours(1));

        var post = bot.OnlyCard();
        Assert.True(post.Silent);
        Assert.Equal("12 messages wait for a look", post.Card.Title);
        Assert.Contains("12 medium: Could hurt a patient who reads it", post.Card.Text());
        Assert.InRange(post.Card.Words(), 5, 60);
        Assert.InRange(post.Card.Buttons.Count, 2, 10);

        var flag = (await bot.PressAsync(post.Card, "Open 1", Some.Moderator, post.Address)).Card();
        Assert.Contains("Fine here", flag.Buttons.Select(b => b.Label));
        var closed = await bot.PressAsync(flag, "Fine here", Some.Moderator);
        Assert.Equal("Decided: fine here", closed.Card().Title);
    }

    [Fact]
    public async Task Nothing_new_means_no_digest()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.PassAsync(TimeSpan.FromDays(1));
        Assert.Empty(bot.Platform.Posts);

        await bot.SayAsync(Some.Message(Scripts.Medium));
        await bot.PassAsync(TimeSpan.FromDays(1));
        Assert.Single(bot.Platform.Posts);

        await bot.PassAsync(TimeSpan.FromDays(1));
        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_digest_that_failed_is_tried_again()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.Medium));
        bot.Platform.PostRefusal = Outcome.Failed;
        await bot.PassAsync(TimeSpan.FromHours(23));

        bot.Platform.PostRefusal = null;
        await bot.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal("One message waits for a look", bot.OnlyCard().Card.Title);
    }

    [Fact]
    public async Task Flags_are_listed_by_severity_a_page_at_a_time()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        for (var i = 0; i < 5; i++)
            await bot.SayAsync(Some.Message($"{Scripts.Medium} {i}"));
        await bot.SayAsync(Some.Message(Scripts.High));

        var first = (await bot.TypeAsync("flags", Some.Moderator)).Card();
        Assert.Equal("6 flags wait", first.Title);
        Assert.StartsWith("High: A patient may be recognisable", first.Text().Split('\n')[1]);
        Assert.InRange(first.Words(), 10, 60);
        var second = (await bot.PressAsync(first, "Next", Some.Moderator)).Card();
        Assert.Contains("Open 6", second.Buttons.Select(b => b.Label));
        Assert.Contains("Open 1", (await bot.PressAsync(second, "Back", Some.Moderator)).Card().Buttons.Select(b => b.Label));

        Assert.Equal("One flag waits", (await bot.TypeAsync("flags high", Some.Moderator)).Card().Title);
        Assert.Equal("Nothing waits", (await bot.TypeAsync("flags low", Some.Moderator)).Card().Title);
        Assert.Equal("For moderators", (await bot.TypeAsync("flags", Some.Ana)).Card().Title);
    }
}
