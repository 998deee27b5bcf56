using GuidanceBot.Chat;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class EditTests
{
    [Fact]
    public async Task A_mended_message_closes_its_flag_and_the_card_says_so()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message($"seen today, {Scripts.High}");
        await bot.SayAsync(message);

        await bot.SayAsync(message.Edited("seen today"));

        Assert.Equal("Settled: the message was changed", bot.OnlyCard().Card.Title);
        Assert.Contains("Nothing waits", (await bot.TypeAsync("flags", Some.Moderator)).Card().Title);
    }

    [Fact]
    public async Task A_deleted_message_closes_its_flag_and_the_card_says_so()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);

        await bot.DeleteAsync(message);

        Assert.Equal("Settled: the message was deleted", bot.OnlyCard().Card.Title);
        Assert.Empty(bot.OnlyCard().Card.Buttons);
    }

    [Fact]
    public async Task An_edit_that_brings_something_new_opens_the_same_flag_again_with_a_new_card()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        var old = bot.OnlyCard();
        var mended = message.Edited("all good");
        await bot.SayAsync(mended);

        await bot.SayAsync(mended.Edited($"all good but {Scripts.Threat}"));

        Assert.Equal(2, bot.Cards().Count);
        Assert.Equal("Settled: the message was changed", bot.Cards()[0].Card.Title);
        Assert.Equal("May feel threatening", bot.Cards()[1].Card.Title);
        await using var db = await bot.OpenDatabaseAsync();
        Assert.Equal(2, Assert.Single(db.Flags).Revision);

        var answer = await bot.PressAsync(old.Card, "Fine here", Some.Moderator, old.Address);
        Assert.Equal("There is a newer card", answer.Card().Title);
    }

    [Fact]
    public async Task A_card_that_never_came_to_show_the_mending_is_used_again_when_the_flag_opens_again()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        bot.Platform.RedrawRefusal = Outcome.Failed;
        var mended = message.Edited("all good");
        await bot.SayAsync(mended);

        bot.Platform.RedrawRefusal = null;
        await bot.SayAsync(mended.Edited(Scripts.Threat));

        Assert.Equal("May feel threatening", bot.OnlyCard().Card.Title);
        Assert.Equal("Decided: fine here", (await bot.PressCardAsync("Fine here")).Card().Title);
    }

    [Fact]
    public async Task The_first_revision_handed_in_again_after_an_edit_does_not_open_the_flag_again()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        await bot.SayAsync(message.Edited("all good"));

        await bot.SayAsync(message);

        Assert.Equal("Settled: the message was changed", bot.OnlyCard().Card.Title);
    }

    [Fact]
    public async Task A_newer_stamp_on_the_same_words_changes_nothing()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        var before = await bot.DumpAsync();

        await bot.SayAsync(message.Edited(message.Text));

        Assert.Equal(before, await bot.DumpAsync());
    }

    [Fact]
    public async Task A_comma_in_a_message_that_was_found_fine_brings_no_new_card()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message($"look {Scripts.High}");
        await bot.SayAsync(message);
        await bot.PressCardAsync("Fine here");

        await bot.SayAsync(message.Edited($"look, {Scripts.High}"));
        Assert.Single(bot.Cards());

        await bot.SayAsync(message.Edited($"look, {Scripts.High} and {Scripts.Threat}", 2));
        Assert.Equal(2, bot.Cards().Count);
    }

    [Fact]
    public async Task An_edit_that_leaves_something_draws_the_card_again()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message($"{Scripts.High} {Scripts.Threat}");
        await bot.SayAsync(message);

        await bot.SayAsync(message.Edited(Scripts.Threat));

        Assert.Equal("May feel threatening", bot.OnlyCard().Card.Title);
    }

    [Fact]
    public async Task A_harmless_message_edited_into_a_risky_one_is_flagged()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message("all good");
        await bot.SayAsync(message);

        await bot.SayAsync(message.Edited(Scripts.High));

        Assert.Equal("A patient may be recognisable", bot.OnlyCard().Card.Title);
    }
}
