using GuidanceBot.Chat;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class ReportTests
{
    [Fact]
    public async Task A_report_opens_a_flag_and_nobody_learns_who_asked()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message("a joke about somebody", "tips");
        bot.Platform.Holds(message);

        var form = (await bot.MenuAsync("report", message, Some.Ben)).Form();
        var thanks = await bot.SubmitAsync(form, Some.Ben, ("worry", "disparaging_patient"), ("words", "I think she means Wilhelmina on 07700900123"));

        Assert.Equal("Thank you", thanks.Card().Title);
        var card = bot.OnlyCard().Card;
        Assert.Equal("A member asked for a second look: could hurt a patient who reads it", card.Title);
        Assert.Contains("she means […] on […]", card.Text());
        var kept = await bot.DumpAsync();
        Assert.DoesNotContain("ben", kept);
        Assert.DoesNotContain("she means", kept);
        Assert.DoesNotContain("Ben", card.Text());
    }

    [Fact]
    public async Task A_report_joins_the_flag_there_is_and_the_same_member_counts_once()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);

        foreach (var member in new[] { Some.Ben, Some.Ben, Some.Member("cleo") })
            await bot.SubmitAsync((await bot.MenuAsync("report", message, member)).Form(), member, ("worry", "other"));

        Assert.Equal("A patient may be recognisable", bot.OnlyCard().Card.Title);
        Assert.Contains("Members who asked: 2", bot.OnlyCard().Card.Text());
    }

    [Fact]
    public async Task What_a_member_saw_and_said_stands_beside_what_the_bot_saw()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message($"bed 4 is back again, {Scripts.High}, what shall we tell them");
        await bot.SayAsync(message);
        var excerpt = bot.OnlyCard().Card.Blocks.OfType<QuoteBlock>().Single().Text;

        await bot.SubmitAsync((await bot.MenuAsync("report", message, Some.Ben)).Form(), Some.Ben, ("worry", "harassment_or_threat"), ("words", "this is the third time it happens in here"));

        var card = bot.OnlyCard().Card;
        Assert.Contains("Members who asked: 1: may feel threatening", card.Text());
        var quotes = card.Blocks.OfType<QuoteBlock>().Select(q => q.Text).ToList();
        Assert.Equal(2, quotes.Count);
        Assert.StartsWith(quotes[0].TrimEnd('…'), excerpt);
        Assert.StartsWith("this is the third", quotes[1]);
        Assert.InRange(card.Words(), 1, 60);
    }

    [Fact]
    public async Task Worry_about_the_person_gives_ways_to_reach_out_and_opens_no_flag()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message("so tired of it all");
        await bot.SayAsync(message);

        var form = (await bot.MenuAsync("report", message, Some.Ben)).Form();
        var answer = (await bot.SubmitAsync(form, Some.Ben, ("worry", "worried"))).Card();

        Assert.Contains("Write or call them yourself", answer.Text());
        Assert.Contains("999", answer.Text());
        Assert.Empty(bot.Platform.Posts);
        await using var db = await bot.OpenDatabaseAsync();
        Assert.Empty(db.Flags);
    }

    [Fact]
    public async Task A_reporter_in_distress_gets_support()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message("a joke");
        await bot.SayAsync(message);

        var form = (await bot.MenuAsync("report", message, Some.Ben)).Form();
        var answer = await bot.SubmitAsync(form, Some.Ben, ("worry", "other"), ("words", Scripts.Heavy));

        Assert.Contains("sounds heavy", answer.Card().Text());
        Assert.Empty(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_report_of_a_message_that_is_gone_is_answered_kindly()
    {
        await using var bot = await TestBot.StartAsync();

        var form = (await bot.MenuAsync("report", Some.Message("gone"), Some.Ben)).Form();
        var answer = await bot.SubmitAsync(form, Some.Ben, ("worry", "other"));

        Assert.Contains("no longer there", answer.Card().Text());
    }

    [Fact]
    public async Task Where_no_moderators_channel_was_picked_the_menu_says_so()
    {
        await using var bot = await TestBot.StartAsync(s => s with { ModeratorsChannel = null });

        var answer = await bot.MenuAsync("report", Some.Message("anything"), Some.Ben);

        Assert.Equal("No moderators here yet", answer.Card().Title);
    }

    [Fact]
    public async Task A_reported_message_that_was_edited_still_waits_for_a_look()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        await bot.SubmitAsync((await bot.MenuAsync("report", message, Some.Ben)).Form(), Some.Ben, ("worry", "other"));

        await bot.SayAsync(message.Edited("cleaner"));

        Assert.Contains("The message was edited since.", bot.OnlyCard().Card.Text());
        await bot.DeleteAsync(message);
        Assert.Equal("Settled: the message was deleted", bot.OnlyCard().Card.Title);
    }

    [Fact]
    public async Task A_report_opens_a_settled_flag_again()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        await bot.PressCardAsync("Fine here");

        await bot.SubmitAsync((await bot.MenuAsync("report", message, Some.Ben)).Form(), Some.Ben, ("worry", "boundary_violation"));

        Assert.Equal("A member asked for a second look: contact beyond care", bot.Cards()[^1].Card.Title);
        Assert.Equal("Decided: fine here", bot.Cards()[0].Card.Title);
    }
}
