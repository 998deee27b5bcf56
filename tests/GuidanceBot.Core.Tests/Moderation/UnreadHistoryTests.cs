using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Moderation;
using GuidanceBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class UnreadHistoryTests
{
    [Fact]
    public async Task What_could_not_be_read_back_is_told_once_with_its_channels_and_times()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message("one", id: "1"));
        await bot.SayAsync(Some.Message("two", id: "2", channel: "cases"));
        await bot.FlushMarksAsync();
        var lost = await LoseAsync(bot);

        for (var i = 0; i < 12; i++)
            await bot.PassAsync(TimeSpan.FromMinutes(1));

        var card = Assert.Single(bot.Platform.PostsIn("moderators")).Card;
        Assert.Equal("Messages that nobody looked at", card.Title);
        Assert.Equal(["#general", "#cases"], card.Blocks.OfType<ListBlock>().Single().Items);
        var times = card.Blocks.OfType<FieldsBlock>().Single().Fields;
        Assert.Equal(("From", (DateTimeOffset?)Some.Message("one").SentAt), (times[0].Label, times[0].At));
        Assert.Equal(("Until", (DateTimeOffset?)lost), (times[1].Label, times[1].At));
        Assert.InRange(CardWords.Count(card), 1, 60);
    }

    [Fact]
    public async Task A_channel_that_is_closed_to_the_bot_is_told_with_the_mend()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        bot.Platform.Channels[0] = bot.Platform.Channels[0] with { BotMayRead = false, Missing = "Invite me." };
        await bot.SayAsync(Some.Message("one", id: "1"));
        await bot.FlushMarksAsync();
        await LoseAsync(bot);

        for (var i = 0; i < 5; i++)
            await bot.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("I may not read #general. Invite me.", bot.OnlyCard().Card.Text());
    }

    [Fact]
    public async Task Nothing_is_given_up_while_it_cannot_be_told()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message("one", id: "1"));
        await bot.FlushMarksAsync();
        await LoseAsync(bot);
        bot.Platform.PostRefusal = Outcome.Failed;
        for (var i = 0; i < 8; i++)
            await bot.PassAsync(TimeSpan.FromMinutes(1));

        bot.Platform.Holds(Some.Message(Scripts.High, id: "2"));
        (bot.Platform.PostRefusal, bot.Platform.ReadRefusal) = (null, null);
        await bot.PassAsync(TimeSpan.FromMinutes(1));

        Assert.NotEqual("Messages that nobody looked at", bot.OnlyCard().Card.Title);
    }

    [Fact]
    public async Task A_crash_before_anything_was_handled_is_read_back_from_the_first_connection()
    {
        var platform = new FakePlatform();
        var folder = Directory.CreateTempSubdirectory("guidancebot-first").FullName;
        await using (var first = (await TestBot.StartAsync(folder: folder, platform: platform)).Scripted())
        {
            platform.Mark = "5";
            await first.RunDueAsync();
        }

        platform.Holds(Some.Message(Scripts.High, id: "4"));
        platform.Holds(Some.Message(Scripts.High, id: "6", author: Some.Ben));
        await using var second = (await TestBot.StartAsync(folder: folder, platform: platform)).Scripted();
        await second.RunDueAsync();

        Assert.Equal(1, second.Screen.Examined);
        Assert.Single(platform.Posts);
    }

    [Fact]
    public async Task A_channel_picked_again_is_read_from_then_on()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message("one", id: "1"));
        await bot.FlushMarksAsync();
        await bot.SetUpAsync(s => s with { Watched = new Dictionary<string, ChannelMode>() });
        bot.Platform.Holds(Some.Message(Scripts.High, id: "2"));

        bot.Platform.Mark = "5";
        await bot.SetUpAsync();
        bot.Services.GetRequiredService<CatchUp>().Request("fake");
        await bot.RunDueAsync();

        Assert.Empty(bot.Platform.Posts);
    }

    // The session is lost and history refused.
    private static async Task<DateTimeOffset> LoseAsync(TestBot bot)
    {
        await bot.RunDueAsync();
        bot.Clock.Advance(TimeSpan.FromHours(2));
        bot.Platform.ReadRefusal = Outcome.Failed;
        bot.Services.GetRequiredService<CatchUp>().Request("fake");
        await bot.RunDueAsync();
        return bot.Clock.GetUtcNow();
    }
}
