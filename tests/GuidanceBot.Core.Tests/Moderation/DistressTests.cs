using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class DistressTests
{
    [Fact]
    public async Task Somebody_in_distress_is_offered_support_once_and_nothing_else_happens()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message($"after this week {Scripts.Heavy}");
        await bot.SayAsync(message);
        await bot.SayAsync(message);
        await bot.SayAsync(message.Edited($"after this month {Scripts.Heavy}"));

        var tell = Assert.Single(bot.Platform.Tells);
        Assert.Equal(Some.Ana, tell.To);
        Assert.Equal("GuidanceBot has a note for you", tell.Card.Preview);
        Assert.DoesNotContain("heavy", tell.Card.Text());
        Assert.Empty(bot.Platform.Posts);

        var opened = (await bot.PressAsync(tell.Card, "Open", Some.Ana)).Card();
        Assert.Contains("What you wrote sounds heavy.", opened.Text());
        Assert.Contains("#general", opened.Text());
        Assert.Contains("I told nobody", opened.Text());

        await using var db = await bot.OpenDatabaseAsync();
        Assert.Empty(db.Flags);
        Assert.Empty(db.FlagEvents);
        Assert.Single(db.PrivateWords);
        Assert.DoesNotContain("ana", await bot.DumpAsync());
        Assert.DoesNotContain(bot.Log.Lines, l => l.Contains(message.Address.Message) || l.Contains("ana"));
    }

    [Fact]
    public async Task The_hash_that_absorbs_redelivery_goes_after_seven_days()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.Heavy));

        await bot.PassAsync(TimeSpan.FromDays(7.1));

        await using var db = await bot.OpenDatabaseAsync();
        Assert.Empty(db.PrivateWords);
    }

    [Fact]
    public async Task With_another_finding_support_is_all_that_the_author_hears_and_the_flag_shows_only_the_other()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();

        await bot.SayAsync(Some.Message($"strange evening {Scripts.Heavy} since {Scripts.High} and {Scripts.Grievance}"));

        Assert.Single(bot.Platform.Tells);
        var card = bot.OnlyCard().Card;
        Assert.Equal("A patient may be recognisable", card.Title);
        var kept = await bot.DumpAsync();
        foreach (var text in new[] { card.Text(), kept })
        {
            Assert.DoesNotContain("strange evening", text);
            Assert.DoesNotContain("istress", text);
        }
    }

    [Fact]
    public async Task Where_the_writer_takes_no_direct_messages_nothing_is_posted_anywhere()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        bot.Platform.Refusing.Add(Some.Ana);

        Assert.True(await bot.SayAsync(Some.Message(Scripts.Heavy)));

        Assert.Empty(bot.Platform.Tells);
        Assert.Empty(bot.Platform.Posts);
    }

    [Fact]
    public async Task Support_that_the_platform_failed_to_carry_is_offered_when_the_channel_is_read_back()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message("earlier", id: "1"));
        await bot.FlushMarksAsync();
        bot.Platform.TellRefusal = GuidanceBot.Chat.Outcome.Failed;
        Assert.False(await bot.SayAsync(Some.Message(Scripts.Heavy, id: "2")));

        bot.Platform.TellRefusal = null;
        await bot.RunDueAsync();

        Assert.Single(bot.Platform.Tells);
    }
}
