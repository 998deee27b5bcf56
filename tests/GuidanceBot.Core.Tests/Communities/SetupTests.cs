using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Screening;
using GuidanceBot.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace GuidanceBot.Core.Tests.Communities;

public sealed class SetupTests
{
    private static readonly (string, string)[] Good =
    [
        ("general", "general"), ("cases", "cases"), ("moderators_channel", "moderators"), ("moderators", "mods"),
        ("tips_channel", "tips"), ("zone", "europe/london"), ("when", "weekdays at 9:00"),
        ("sensitivity", "high"), ("retention", "30"), ("countries", "GB"), ("employer", "yes"),
    ];

    [Fact]
    public async Task Set_up_asks_shows_saves_tests_posts_tips_and_tells_members()
    {
        await using var bot = await StartNewAsync();

        var form = (await bot.TypeAsync("setup", Some.Admin)).Form();
        var summary = (await bot.SubmitAsync(form, Some.Admin, Good)).Card();
        Assert.Contains("Tue 3 Mar 2026, 9:00 (Europe/London)", summary.Text(), StringComparison.Ordinal);
        Assert.Null((await bot.Communities.OfAsync(Some.Community, default)).SetUpAt);
        var saved = (await bot.PressAsync(summary, "Save", Some.Admin)).Card();

        var settings = await bot.Communities.OfAsync(Some.Community, default);
        Assert.Equal(bot.Clock.GetUtcNow(), settings.SetUpAt);
        Assert.Equal((ChannelMode.General, ChannelMode.Cases, ChannelMode.Off), (settings.ModeOf("general"), settings.ModeOf("cases"), settings.ModeOf("tips")));
        Assert.Equal(("moderators", "Europe/London", Sensitivity.High, 30, true), (settings.ModeratorsChannel, settings.Zone, settings.Sensitivity, settings.RetentionDays, settings.EmployerRun));
        Assert.Equal(["mods", "GB"], settings.ModeratorRoles.Concat(settings.Countries));
        Assert.Contains("test", Assert.Single(bot.Platform.PostsIn("moderators")).Card.Title, StringComparison.OrdinalIgnoreCase);

        var told = (await bot.PressAsync(saved, "Post in #general", Some.Admin)).Card();
        Assert.Contains("#general", told.Text(), StringComparison.Ordinal);
        Assert.Contains(
            "GuidanceBot answers questions, posts tips and reads #cases and #general for things that could hurt a patient. People decide, not the bot. /privacy says what is kept.",
            Assert.Single(bot.Platform.PostsIn("general")).Card.Text(), StringComparison.Ordinal);

        bot.Clock.SetUtcNow(new DateTimeOffset(2026, 3, 3, 9, 0, 0, TimeSpan.Zero));
        await bot.RunDueAsync();
        Assert.Single(bot.Platform.PostsIn("tips"));
    }

    [Theory]
    [InlineData("zone", "London", "did you mean Europe/London")]
    [InlineData("when", "wekdays at 9", "did you mean “weekdays”")]
    [InlineData("retention", "4000", "1 to 365")]
    [InlineData("retention", "ninety", "“ninety”")]
    [InlineData("moderators_channel", "", "Flags need a place")]
    [InlineData("moderators_channel", "elsewhere", "can't see")]
    [InlineData("general", "moderators", "never read")]
    [InlineData("cases", "general", "general chat too")]
    public async Task A_wrong_answer_is_sent_back_with_the_mend(string field, string answer, string part)
    {
        await using var bot = await StartNewAsync();
        var form = (await bot.TypeAsync("setup", Some.Admin)).Form();

        var reply = await bot.SubmitAsync(form, Some.Admin, [.. Good.Where(g => g.Item1 != field), (field, answer)]);

        Assert.Contains(part, Assert.Single(Assert.IsType<Reply.Mend>(reply).Problems, p => p.Key == field).Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_page_by_page_and_never_of_a_page_not_shown_yet()
    {
        await using var bot = await StartNewAsync();
        var form = (await bot.TypeAsync("setup", Some.Admin)).Form();
        var first = new Dictionary<string, IReadOnlyList<string>> { ["general"] = ["general", "elsewhere"], ["cases"] = ["general"] };

        var wrong = await bot.Inbox.CheckAsync(new FormSubmission(form.Id, first, Some.Channel(), Some.Admin), CancellationToken.None);
        var mended = await bot.Inbox.CheckAsync(new FormSubmission(form.Id, new Dictionary<string, IReadOnlyList<string>> { ["general"] = ["general"], ["cases"] = [] }, Some.Channel(), Some.Admin), CancellationToken.None);
        var member = await bot.Inbox.CheckAsync(new FormSubmission(form.Id, first, Some.Channel(), Some.Ana), CancellationToken.None);

        Assert.Equal(["cases", "general"], wrong.Keys.Order());
        Assert.Empty(mended);
        Assert.Empty(member);
    }

    [Fact]
    public async Task Change_opens_the_form_with_the_answers_given_and_an_old_save_says_so()
    {
        await using var bot = await StartNewAsync();
        var form = (await bot.TypeAsync("setup", Some.Admin)).Form();
        var first = (await bot.SubmitAsync(form, Some.Admin, Good)).Card();

        var again = (await bot.PressAsync(first, "Change", Some.Admin)).Form();
        Assert.Equal("Europe/London", Assert.Single(again.Fields.OfType<TextField>(), f => f.Name == "zone").Initial);
        var second = (await bot.SubmitAsync(again, Some.Admin, [.. Good.Where(g => g.Item1 != "zone"), ("zone", "Asia/Kolkata")])).Card();
        Assert.Contains("older version", (await bot.PressAsync(first, "Save", Some.Admin)).Card().Title, StringComparison.Ordinal);
        await bot.PressAsync(second, "Save", Some.Admin);

        Assert.Equal("Asia/Kolkata", (await bot.Communities.OfAsync(Some.Community, default)).Zone);
        Assert.Contains("older version", (await bot.PressAsync(second, "Save", Some.Admin)).Card().Title, StringComparison.Ordinal);
        Assert.Single(bot.Platform.PostsIn("moderators"));
    }

    [Fact]
    public async Task Setting_up_again_moves_its_tips_and_doubles_nothing()
    {
        await using var bot = await StartNewAsync();
        await SaveAsync(bot, Good);
        await bot.TypeAsync("tips add with:#1 zone:Asia/Tokyo channel:cases", Some.Admin);

        await SaveAsync(bot, Good);
        await SaveAsync(bot, [.. Good.Where(g => g.Item1 is not ("tips_channel" or "when")), ("tips_channel", "general"), ("when", "daily at 8:00")]);

        await using var db = await bot.OpenDatabaseAsync();
        var schedule = Assert.Single(await db.Schedules.Include(s => s.Places).ToListAsync());
        Assert.Equal("0 8 * * *", schedule.Cron);
        Assert.Equal(["cases Asia/Tokyo", "general Europe/London"], schedule.Places.Select(p => $"{p.Channel} {p.Zone}").Order());
        await SaveAsync(bot, [.. Good.Where(g => g.Item1 != "tips_channel")]);
        Assert.Equal("cases", (await db.Places.AsNoTracking().SingleAsync()).Channel);
    }

    [Fact]
    public async Task What_the_bot_may_not_do_is_said_before_and_after_saving()
    {
        await using var bot = await StartNewAsync();
        bot.Platform.Channels[3] = bot.Platform.Channels[3] with { BotMayPost = false, Missing = "give me Send Messages" };
        bot.Platform.Channels[0] = bot.Platform.Channels[0] with { BotMayRead = false };
        bot.Platform.PostRefusal = Outcome.NotPermitted;

        var summary = (await bot.SubmitAsync((await bot.TypeAsync("setup", Some.Admin)).Form(), Some.Admin, Good)).Card();
        var saved = (await bot.PressAsync(summary, "Save", Some.Admin)).Card().Text();

        foreach (var text in new[] { summary.Text(), saved })
        {
            Assert.Contains("I may not post in #moderators: give me Send Messages.", text, StringComparison.Ordinal);
            Assert.Contains("I may not read #general", text, StringComparison.Ordinal);
        }

        Assert.Contains("I could not put a test flag in #moderators", saved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Places_to_speak_freely_are_suggested_as_off()
    {
        await using var bot = await StartNewAsync();
        bot.Platform.Channels.Add(new ChannelInfo(Some.Channel("ps"), "peer-support"));
        bot.Platform.Channels.Add(new ChannelInfo(Some.Channel("lounge"), "lounge") { Topic = "Your staff-side union reps" });

        var form = (await bot.TypeAsync("setup", Some.Admin)).Form();
        var summary = (await bot.SubmitAsync(form, Some.Admin, [.. Good, ("general", "ps")])).Card();

        Assert.Contains("#peer-support, #lounge", form.Fields.First().Hint, StringComparison.Ordinal);
        Assert.Empty(form.Fields.OfType<PickField>().First().Initial);
        Assert.Contains("#peer-support looks like a place to speak freely", summary.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ana")]
    [InlineData("mo")]
    public async Task Only_an_admin_sets_up_however_the_form_came_about(string member)
    {
        await using var bot = await StartNewAsync();
        var form = (await bot.TypeAsync("setup", Some.Admin)).Form();
        var summary = (await bot.SubmitAsync(form, Some.Admin, Good)).Card();

        Assert.Equal("For admins", (await bot.TypeAsync("setup", Some.Member(member))).Card().Title);
        Assert.Equal("For admins", (await bot.SubmitAsync(form, Some.Member(member), Good)).Card().Title);
        Assert.Equal("For admins", (await bot.PressAsync(summary, "Save", Some.Member(member))).Card().Title);
        Assert.Null((await bot.Communities.OfAsync(Some.Community, default)).SetUpAt);
    }

    [Fact]
    public async Task Until_set_up_the_bot_says_who_can_do_it_and_how()
    {
        await using var bot = await StartNewAsync();

        foreach (var command in new[] { "tips list", "tips add 9:00", "tips now", "settings" })
            Assert.Contains("/setup", (await bot.TypeAsync(command, Some.Admin)).Card().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_fits_every_platform()
    {
        var form = SetupForm.Of(new SetupAnswers(), new ChannelNames([]), SomePacks.SupportLines);

        Assert.True(form.Title.Length <= 24);
        Assert.All(form.Pages, page => Assert.InRange(page.Fields.Count, 1, 5));
        Assert.All(form.Fields, field => Assert.True(field.Label.Length <= 45 && field.Hint.Length <= 100, field.Label));
        Assert.All(form.Fields.OfType<ChoiceField>(), field => Assert.InRange(field.Choices.Count, 1, 25));
    }

    private static async Task SaveAsync(TestBot bot, (string, string)[] answers)
    {
        var form = (await bot.TypeAsync("setup", Some.Admin)).Form();
        await bot.PressAsync((await bot.SubmitAsync(form, Some.Admin, answers)).Card(), "Save", Some.Admin);
    }

    private static async Task<TestBot> StartNewAsync()
    {
        var bot = await TestBot.StartAsync(settings: now => new CommunitySettings { Address = now.Address });
        return bot;
    }
}
