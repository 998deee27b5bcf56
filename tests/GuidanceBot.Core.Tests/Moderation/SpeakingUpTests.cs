using GuidanceBot.Chat;
using GuidanceBot.Screening;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class SpeakingUpTests
{
    [Fact]
    public async Task Speaking_up_where_the_employer_reads_goes_back_to_its_author_alone()
    {
        await using var bot = (await TestBot.StartAsync(s => s with { EmployerRun = true })).Scripted();

        await bot.SayAsync(Some.Message(Scripts.Grievance));

        var note = Assert.Single(bot.Platform.TellsTo(Some.Ana));
        var opened = (await bot.PressAsync(note.Card, "Open", Some.Ana)).Card();
        Assert.Contains("Speaking up matters, and I told no moderator.", opened.Text());
        Assert.InRange(opened.Words(), 10, 60);
        Assert.Equal("takeaway:11", opened.Button("What helps").Id);
        await using var db = await bot.OpenDatabaseAsync();
        Assert.Empty(db.Flags);
    }

    [Fact]
    public async Task Speaking_up_that_threatens_reaches_the_moderators()
    {
        await using var bot = (await TestBot.StartAsync(s => s with { EmployerRun = true })).Scripted();

        await bot.SayAsync(Some.Message($"{Scripts.Grievance} and {Scripts.Threat}"));

        Assert.Empty(bot.Platform.Tells);
        Assert.Equal("May feel threatening", bot.OnlyCard().Card.Title);
    }

    [Theory]
    [InlineData(true, 1, 0)]
    [InlineData(false, 0, 1)]
    public async Task Harsh_words_about_work_go_to_the_author_where_the_employer_runs_the_community(bool employerRun, int tells, int flags)
    {
        await using var bot = await TestBot.StartAsync(s => s with { EmployerRun = employerRun });
        bot.Screen.On("useless", Some.Finding(FindingCategory.DisparagingColleagueOrEmployer, Severity.Medium));

        await bot.SayAsync(Some.Message("our rota team is useless"));

        Assert.Equal(tells, bot.Platform.Tells.Count);
        await using var db = await bot.OpenDatabaseAsync();
        Assert.Equal(flags, db.Flags.Count());
    }

    [Fact]
    public async Task A_command_typed_into_the_channel_gets_a_private_word_and_is_screened_as_usual()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message($"/check is this fine: {Scripts.High}");

        await bot.SayAsync(message);
        await bot.SayAsync(message);
        await bot.SayAsync(Some.Message("/shrug whatever"));
        await bot.SayAsync(Some.Message("check this out"));

        Assert.Equal("This went to the channel", Assert.Single(bot.Platform.Tells).Card.Title);
        Assert.Single(bot.Cards());
    }

    [Fact]
    public async Task A_prefix_of_two_words_is_known_too()
    {
        await using var bot = await TestBot.StartAsync();
        bot.Platform.Abilities = new PlatformAbilities { CommandPrefix = "/guidance " };

        await bot.SayAsync(Some.Message("/guidance support"));

        Assert.Single(bot.Platform.Tells);
    }
}
