using GuidanceBot.Chat;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Tips;

public sealed class TipsCommandsTests
{
    [Fact]
    public async Task A_schedule_is_added_in_plain_words_and_its_next_slots_are_shown()
    {
        await using var bot = await TestBot.StartAsync();

        var added = (await bot.TypeAsync("tips add weekdays at 9:00", Some.Admin, "tips")).Card();
        var list = (await bot.TypeAsync("tips list", Some.Admin)).Card().Text();

        Assert.Equal("Schedule #1", added.Title);
        Assert.Contains("weekdays at 9:00 (Europe/London) in #tips", added.Text(), StringComparison.Ordinal);
        Assert.Contains("Tue 3 Mar 2026, 9:00 (Europe/London)\nWed 4 Mar 2026, 9:00 (Europe/London)\nThu 5 Mar 2026, 9:00 (Europe/London)", added.Text(), StringComparison.Ordinal);
        Assert.Contains("#1 weekdays at 9:00\n#tips (Europe/London): next Tue 3 Mar 2026, 9:00", list, StringComparison.Ordinal);
        Assert.True(added.Words() <= 60, $"{added.Words()}");
    }

    [Theory]
    [InlineData("tips add 0 9 * * 1-5 zone:Asia/Tokyo channel:#cases", "weekdays at 9:00 (Asia/Tokyo) in #cases")]
    [InlineData("tips add when:mon, wed, fri 7.45 pm zone:europe/paris", "Mondays, Wednesdays and Fridays at 19:45 (Europe/Paris) in #general")]
    [InlineData("tips add every day at 8am America/New_York", "every day at 8:00 (America/New_York)")]
    public async Task The_zone_and_the_channel_are_taken_as_people_type_them(string typed, string said)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains(said, (await bot.TypeAsync(typed, Some.Admin)).Card().Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tips add", "Nothing says when")]
    [InlineData("tips add wekdays at 9", "did you mean “weekdays”")]
    [InlineData("tips add 9:00 zone:London", "did you mean Europe/London")]
    [InlineData("tips add 9:00 channel:#tip", "did you mean #tips")]
    [InlineData("tips add 9:00 with:#4", "There is no schedule “#4”; there is #1")]
    [InlineData("tips add 10:00 with:#1 channel:cases", "leave “10:00” out")]
    [InlineData("tips add daily at 9:00 channel:tips", "Schedule #1 posts in #tips then")]
    [InlineData("tips pause #7", "There is no schedule “#7”")]
    [InlineData("tips preview 999", "There is no schedule “999”; there is #1")]
    [InlineData("tips preview soonish", "I can't read “soonish”")]
    [InlineData("tips preview 9:00 zone:Mars", "“Mars”")]
    public async Task Wrong_input_changes_nothing_and_names_the_mend(string typed, string part)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("tips add daily at 9:00 channel:tips", Some.Admin);
        var before = (await bot.TypeAsync("tips list", Some.Admin)).Card().Text();

        var answer = (await bot.TypeAsync(typed, Some.Admin)).Card().Text();

        Assert.Contains(part, answer, StringComparison.Ordinal);
        Assert.Equal(before, (await bot.TypeAsync("tips list", Some.Admin)).Card().Text());
    }

    [Theory]
    [InlineData("tips add daily at 9:00")]
    [InlineData("tips list")]
    [InlineData("tips pause 1")]
    [InlineData("tips resume 1")]
    [InlineData("tips remove 1")]
    [InlineData("tips preview 1")]
    [InlineData("tips now 1")]
    public async Task Only_admins_touch_schedules(string typed)
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("tips add daily at 9:00 channel:tips", Some.Admin);

        foreach (var member in new[] { Some.Ana, Some.Moderator })
            Assert.Equal("For admins", (await bot.TypeAsync(typed, member)).Card().Title);

        Assert.Contains("#1 every day at 9:00", (await bot.TypeAsync("tips list", Some.Admin)).Card().Text(), StringComparison.Ordinal);
        Assert.Empty(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_long_list_is_read_a_screen_at_a_time()
    {
        await using var bot = await TestBot.StartAsync();
        for (var hour = 1; hour <= 12; hour++)
            await bot.TypeAsync($"tips add daily at {hour}:00", Some.Admin);

        var seen = "";
        for (var card = (await bot.TypeAsync("tips list", Some.Admin)).Card(); ; card = (await bot.PressAsync(card, "More", Some.Admin)).Card())
        {
            Assert.True(card.Words() <= 60, $"{card.Words()}");
            seen += card.Text();
            if (card.Buttons.All(b => b.Label != "More"))
                break;
        }

        Assert.All(Enumerable.Range(1, 12), n => Assert.Contains($"#{n} every day at {n}:00", seen, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tip_now_comes_once_to_a_channel_that_two_zones_share()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("tips add daily at 9:00", Some.Admin);
        Assert.Contains("same tips", (await bot.TypeAsync("tips add with:#1 zone:Asia/Tokyo", Some.Admin)).Card().Text(), StringComparison.Ordinal);

        await bot.TypeAsync("tips now", Some.Admin);

        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task What_was_just_added_can_be_taken_back_once()
    {
        await using var bot = await TestBot.StartAsync();
        var added = (await bot.TypeAsync("tips add daily at 9:00", Some.Admin)).Card();

        Assert.Equal("For admins", (await bot.PressAsync(added, "Take it back", Some.Ana)).Card().Title);
        Assert.Equal("Taken back", (await bot.PressAsync(added, "Take it back", Some.Admin)).Card().Title);
        Assert.Equal("It was gone already", (await bot.PressAsync(added, "Take it back", Some.Admin)).Card().Title);
        Assert.Equal("No tips yet", (await bot.TypeAsync("tips list", Some.Admin)).Card().Title);
    }

    [Fact]
    public async Task A_preview_shows_what_will_be_posted_when()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("tips add daily at 9:00 channel:tips", Some.Admin);

        Assert.Contains("Tue 3 Mar 2026, 9:00 (Europe/London)", (await bot.TypeAsync("tips preview", Some.Admin)).Card().Text(), StringComparison.Ordinal);
        Assert.Contains("Mon 6 Apr 2026, 9:00 (Europe/London)", (await bot.TypeAsync("tips preview first monday of the month at 9", Some.Admin)).Card().Text(), StringComparison.Ordinal);
        Assert.Contains("as cron 0 9 * * *", (await bot.TypeAsync("tips preview 9", Some.Admin)).Card().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedules_zones_and_times_are_suggested_to_admins_only()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("tips add daily at 9:00 channel:tips", Some.Admin);

        Assert.Equal("Europe/London", (await SuggestAsync("zone", "lond", Some.Admin))[0].Value);
        Assert.Contains(await SuggestAsync("when", "week", Some.Admin), c => c.Value == "weekdays at 9:00");
        Assert.Equal("#1", Assert.Single(await SuggestAsync("with", "", Some.Admin)).Value);
        Assert.Empty(await SuggestAsync("zone", "lond", Some.Ana));

        Task<IReadOnlyList<Choice>> SuggestAsync(string option, string typed, MemberId who) =>
            bot.Inbox.SuggestAsync(new SuggestCall("tips add", option, typed, Some.Channel(), who), CancellationToken.None);
    }

    [Fact]
    public async Task Anybody_may_ask_for_a_tip_on_a_takeaway()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains("Takeaway 7:", (await bot.TypeAsync("tip 7")).Card().Text(), StringComparison.Ordinal);
        Assert.Contains("Takeaway ", (await bot.TypeAsync("tip")).Card().Text(), StringComparison.Ordinal);
        Assert.Contains("from 1 to 12", (await bot.TypeAsync("tip 13")).Card().Text(), StringComparison.Ordinal);
        Assert.Contains("whole number", (await bot.TypeAsync("tip seven")).Card().Text(), StringComparison.Ordinal);
    }
}
