using GuidanceBot.Chat;
using GuidanceBot.Moderation;
using GuidanceBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class OutageTests
{
    [Fact]
    public async Task What_was_written_while_the_bot_was_away_is_read_back_and_flagged_once()
    {
        var folder = Directory.CreateTempSubdirectory("guidancebot-outage").FullName;
        var platform = new FakePlatform();
        var seen = Some.Message(Scripts.High, id: "5");
        await using (var first = (await TestBot.StartAsync(folder: folder, platform: platform)).Scripted())
        {
            await first.SayAsync(Some.Message("before", id: "4"));
            await first.FlushMarksAsync();
            await first.SayAsync(seen);
        }

        platform.Holds(Some.Message($"missed {Scripts.High}", id: "6", author: Some.Ben));
        platform.Holds(Some.Message("harmless", id: "7"));
        await using var second = (await TestBot.StartAsync(folder: folder, platform: platform)).Scripted();
        await second.RunDueAsync();

        Assert.Equal(2, second.Cards().Count);
        await second.FlushMarksAsync();
        Assert.Contains("LastHandled=7", await second.DumpAsync());
    }

    [Fact]
    public async Task What_stood_before_a_channel_was_picked_is_not_read()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        bot.Platform.Holds(Some.Message(Scripts.High));

        await bot.RunDueAsync();

        Assert.Equal(0, bot.Screen.Examined);
    }

    [Fact]
    public async Task A_lost_session_is_read_back_on_request()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.RunDueAsync();
        await bot.SayAsync(Some.Message("one", id: "1"));
        await bot.FlushMarksAsync();
        bot.Platform.Holds(Some.Message(Scripts.High, id: "2"));
        await bot.RunDueAsync();
        Assert.Empty(bot.Platform.Posts);

        bot.Services.GetRequiredService<CatchUp>().Request("fake");
        await bot.RunDueAsync();

        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_message_mended_while_the_bot_was_away_settles_its_flag()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.RunDueAsync();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        bot.Platform.Holds(message.Edited("mended"));

        bot.Services.GetRequiredService<CatchUp>().Request("fake");
        await bot.RunDueAsync();

        Assert.Equal("Settled: the message was changed", bot.OnlyCard().Card.Title);
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_is_asked_again_later()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message("one", id: "1"));
        await bot.FlushMarksAsync();
        bot.Platform.Holds(Some.Message(Scripts.High, id: "2"));
        bot.Platform.ReadRefusal = Outcome.Failed;
        bot.Services.GetRequiredService<CatchUp>().Request("fake");
        await bot.RunDueAsync();
        Assert.Empty(bot.Platform.Posts);

        bot.Platform.ReadRefusal = null;
        await bot.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task On_a_full_disk_nothing_is_lost_and_nothing_is_shown_that_was_not_saved()
    {
        var disk = new FullDisk();
        await using var bot = (await TestBot.StartAsync(folder: "", change: disk.Install)).Scripted();
        await bot.SayAsync(Some.Message("one", id: "1"));
        await bot.FlushMarksAsync();

        disk.IsFull = true;
        Assert.False(await bot.SayAsync(Some.Message($"canary {Scripts.High}", id: "2")));
        Assert.True(await bot.SayAsync(Some.Message("harmless", id: "3")));
        Assert.Empty(bot.Platform.Posts);

        disk.IsFull = false;
        await bot.RunDueAsync();

        Assert.Single(bot.Platform.Posts);
        Assert.DoesNotContain(bot.Log.Lines, l => l.Contains("canary"));
    }
}
