using GuidanceBot.Chat;
using GuidanceBot.Screening;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class ShowingTests
{
    [Fact]
    public async Task A_risky_message_puts_a_quiet_card_in_the_moderators_channel()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();

        Assert.True(await bot.SayAsync(Some.Message($"seen today, {Scripts.High}, bloods fine")));

        var post = bot.OnlyCard();
        Assert.True(post.Silent);
        Assert.Equal("A patient may be recognisable", post.Card.Title);
        Assert.Contains("Severity: High", post.Card.Text());
        Assert.Contains("#general", post.Card.Text());
        Assert.Contains("seen today, [ID], bloods fine", post.Card.Text());
        Assert.Contains("How will this look to my patients?", post.Card.Text());
        Assert.Contains(post.Card.Blocks.OfType<LinkBlock>(), l => l.Label == "Open the message");
        Assert.Equal(["Ask the author", "Fine here", "More"], post.Card.Buttons.Select(b => b.Label));
        Assert.InRange(post.Card.Words(), 20, 60);
    }

    [Theory]
    [InlineData("moderators")]
    [InlineData("tips")]
    public async Task The_moderators_channel_and_channels_nobody_picked_are_not_screened(string channel)
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();

        await bot.SayAsync(Some.Message(Scripts.High, channel));

        Assert.Equal(0, bot.Screen.Examined);
        Assert.Empty(bot.Platform.Posts);
    }

    [Fact]
    public async Task Direct_messages_are_not_screened_and_threads_follow_their_channel()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();

        await bot.SayAsync(Some.Message(Scripts.High) with { IsDirect = true });
        await bot.SayAsync(Some.Message(Scripts.High, "thread-1") with { Parent = Some.Channel("moderators") });
        Assert.Equal(0, bot.Screen.Examined);

        await bot.SayAsync(Some.Message(Scripts.High, "thread-2") with { Parent = Some.Channel("cases") });
        Assert.True(bot.Screen.LastOptions?.CasesChannel);
        Assert.Contains("#cases", bot.OnlyCard().Card.Text());
    }

    [Fact]
    public async Task A_clean_message_leaves_no_trace_in_the_database()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var before = await bot.DumpAsync();

        await bot.SayAsync(Some.Message("Lovely weather for a night shift"));

        Assert.Equal(1, bot.Screen.Examined);
        Assert.Equal(before, await bot.DumpAsync());
    }

    [Fact]
    public async Task A_message_handed_in_again_changes_nothing()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        var before = await bot.DumpAsync();

        await bot.SayAsync(message);

        Assert.Equal(0, bot.OnlyCard().Redraws);
        Assert.Equal(before, await bot.DumpAsync());
    }

    [Fact]
    public async Task Less_than_high_severity_makes_no_card_at_once()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();

        await bot.SayAsync(Some.Message(Scripts.Medium));
        await bot.RunDueAsync();

        Assert.Empty(bot.Platform.Posts);
        var list = (await bot.TypeAsync("flags", Some.Moderator)).Card();
        Assert.Contains("Medium: Could hurt a patient who reads it, #general", list.Text());
    }

    [Fact]
    public async Task A_flag_whose_card_was_refused_is_shown_once_as_soon_as_the_platform_lets_it()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        bot.Platform.PostRefusal = Outcome.Failed;

        Assert.True(await bot.SayAsync(Some.Message(Scripts.High)));
        await bot.RunDueAsync();
        Assert.Empty(bot.Platform.Posts);

        bot.Platform.PostRefusal = null;
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        await bot.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Contains("A patient may be recognisable", bot.OnlyCard().Card.Title);
    }

    [Fact]
    public async Task A_crash_between_saving_and_showing_ends_in_exactly_one_card()
    {
        var folder = Directory.CreateTempSubdirectory("guidancebot-crash").FullName;
        var platform = new FakePlatform { BeforePost = () => throw new OperationCanceledException("the process was killed") };
        await using (var first = (await TestBot.StartAsync(folder: folder, platform: platform)).Scripted())
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first.SayAsync(Some.Message(Scripts.High)));
        Assert.Empty(platform.Posts);
        platform.BeforePost = () => Task.CompletedTask;

        await using var second = (await TestBot.StartAsync(folder: folder, platform: platform)).Scripted();
        await second.RunDueAsync();
        await second.PassAsync(TimeSpan.FromMinutes(5));

        Assert.Single(platform.Posts);
    }

    [Fact]
    public async Task A_crash_between_showing_and_noting_it_ends_in_exactly_one_card_that_shows_how_things_stand()
    {
        var folder = Directory.CreateTempSubdirectory("guidancebot-crash").FullName;
        var platform = new FakePlatform();
        var message = Some.Message(Scripts.High);
        await using (var first = (await TestBot.StartAsync(folder: folder, platform: platform)).Scripted())
        {
            await first.SayAsync(message);
            await using var db = await first.OpenDatabaseAsync();
            foreach (var flag in db.Flags)
                (flag.CardChannel, flag.CardMessage, flag.ShownAt, flag.DrawnVersion) = (null, null, null, 0);
            await db.SaveChangesAsync();
        }

        await using var second = (await TestBot.StartAsync(folder: folder, platform: platform)).Scripted();
        second.Clock.Advance(TimeSpan.FromMinutes(2));
        platform.Drop(message.Address);
        await second.RunDueAsync();

        Assert.Equal("Settled: the message was deleted", Assert.Single(platform.Posts).Card.Title);
    }

    [Theory]
    [MemberData(nameof(EveryCategory))]
    public async Task The_first_screen_of_any_flag_has_at_most_sixty_words(string category, bool reported)
    {
        await using var bot = await TestBot.StartAsync();
        var reason = string.Join(' ', Enumerable.Repeat("words", 40));
        bot.Screen.On("here", Some.Finding(CategoryNames.ParseCategory(category)!.Value) with { Reason = reason });
        var message = Some.Message("one two three four five six seven eight nine ten here one two three four five six seven eight nine ten");
        await bot.SayAsync(message);

        if (reported)
        {
            var form = (await bot.MenuAsync("report", message, Some.Ben)).Form();
            await bot.SubmitAsync(form, Some.Ben, ("worry", category), ("words", reason));
            await bot.PressCardAsync("Ask the author");
        }

        Assert.InRange(bot.OnlyCard().Card.Words(), 15, 60);
    }

    public static TheoryData<string, bool> EveryCategory()
    {
        var all = new TheoryData<string, bool>();
        foreach (var category in CategoryNames.All.Where(c => c is not ("distress" or "profanity")))
        {
            all.Add(category, false);
            all.Add(category, true);
        }

        return all;
    }

    [Fact]
    public async Task Before_set_up_flags_says_who_can_do_it_and_how()
    {
        await using var bot = await TestBot.StartAsync(s => s with { SetUpAt = null });

        var card = (await bot.TypeAsync("flags", Some.Admin)).Card();

        Assert.Equal("Not set up here yet", card.Title);
    }
}
