using GuidanceBot.Screening;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class SurgeTests
{
    [Fact]
    public async Task Of_many_pressing_flags_within_minutes_ten_get_cards_and_the_rest_share_one()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        for (var i = 0; i < 40; i++)
            await bot.SayAsync(Some.Message($"{Scripts.High} {i}"));
        await bot.RunDueAsync();

        Assert.Equal(11, bot.Platform.Posts.Count);
        var shared = bot.Platform.Posts[^1];
        Assert.Equal("30 more messages wait for a look", shared.Card.Title);
        Assert.True(shared.Silent);
        Assert.InRange(shared.Card.Words(), 10, 60);
        Assert.Equal("40 flags wait", (await bot.PressAsync(shared.Card, "All flags", Some.Moderator, shared.Address)).Card().Title);

        for (var i = 40; i < 45; i++)
            await bot.SayAsync(Some.Message($"{Scripts.High} {i}"));
        await bot.PassAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("35 more messages wait for a look", bot.Platform.Posts[^1].Card.Title);
        Assert.Equal(11, bot.Platform.Posts.Count);
    }

    [Fact]
    public async Task After_a_quiet_while_a_pressing_flag_has_its_own_card_again()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        for (var i = 0; i < 12; i++)
            await bot.SayAsync(Some.Message($"{Scripts.High} {i}"));
        await bot.PassAsync(TimeSpan.FromMinutes(11));
        var before = bot.Platform.Posts.Count;

        await bot.SayAsync(Some.Message($"{Scripts.High} later"));

        Assert.Equal(before + 1, bot.Platform.Posts.Count);
        Assert.Equal("A patient may be recognisable", bot.Platform.Posts[^1].Card.Title);
    }

    [Fact]
    public async Task Whoever_asked_for_every_card_gets_every_card()
    {
        await using var bot = (await TestBot.StartAsync(s => s with { CardAtOnce = Severity.Low })).Scripted();
        for (var i = 0; i < 15; i++)
            await bot.SayAsync(Some.Message($"{Scripts.High} {i}"));
        await bot.RunDueAsync();

        Assert.Equal(15, bot.Platform.Posts.Count);
    }
}
