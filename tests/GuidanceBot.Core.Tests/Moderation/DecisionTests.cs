using GuidanceBot.Chat;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class DecisionTests
{
    [Fact]
    public async Task Of_two_moderators_who_press_at_once_one_decides_and_the_other_is_told_how()
    {
        await using var bot = (await TestBot.StartAsync(folder: "")).Scripted();
        for (var round = 0; round < 10; round++)
        {
            await bot.SayAsync(Some.Message(Scripts.High));
            var post = bot.Cards()[^1];
            var more = (await bot.PressAsync(post.Card, "More", Some.OtherModerator, post.Address)).Card();
            var reasons = (await bot.PressAsync(more, "False positive", Some.OtherModerator)).Card();

            var presses = await Task.WhenAll(
                Task.Run(() => bot.PressAsync(post.Card, "Fine here", Some.Moderator, post.Address)),
                Task.Run(() => bot.PressAsync(reasons, "Already public", Some.OtherModerator)),
                Task.Run(() => bot.PressAsync(post.Card, "Fine here", Some.Admin, post.Address)));

            var winner = Assert.Single(presses.OfType<Reply.Replace>());
            Assert.All(presses.OfType<Reply.Show>(), p => Assert.Equal("Already settled", p.Card.Title));
            Assert.All(presses.OfType<Reply.Show>(), p => Assert.Contains(winner.Card.Title, p.Card.Text()));
            Assert.Equal(winner.Card.Text(), bot.Cards()[^1].Card.Text());
            Assert.Empty(bot.Cards()[^1].Card.Buttons);
        }

        await using var db = await bot.OpenDatabaseAsync();
        Assert.Equal(10, db.FlagEvents.Count(e => e.What == GuidanceBot.Moderation.FlagHappening.Decided));
    }

    [Fact]
    public async Task A_decision_shows_who_decided_and_takes_the_excerpt_from_row_and_card()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message($"unusual morning, {Scripts.High}"));
        Assert.Contains("unusual morning", await bot.DumpAsync());

        await bot.PressCardAsync("Fine here");

        var card = bot.OnlyCard().Card;
        Assert.Equal("Decided: fine here", card.Title);
        Assert.Contains("By: Mo", card.Text());
        Assert.DoesNotContain("unusual morning", card.Text());
        Assert.DoesNotContain("unusual morning", await bot.DumpAsync());
        Assert.DoesNotContain("Author=ana", await bot.DumpAsync());
    }

    [Fact]
    public async Task A_press_without_the_right_changes_nothing()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        var before = await bot.DumpAsync();

        foreach (var button in bot.OnlyCard().Card.Buttons)
            Assert.Equal("For moderators", (await bot.PressCardAsync(button.Label, Some.Ana)).Card().Title);

        Assert.Equal(before, await bot.DumpAsync());
    }

    [Fact]
    public async Task A_button_pressed_after_the_flag_closed_answers_kindly()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        var old = bot.OnlyCard();
        await bot.PressCardAsync("Fine here");

        foreach (var label in new[] { "Ask the author", "Fine here", "More" })
        {
            var answer = (await bot.PressAsync(old.Card, label, Some.OtherModerator, old.Address)).Card();
            Assert.Equal("Already settled", answer.Title);
            Assert.Contains("By Mo", answer.Text());
        }

        Assert.Empty(bot.Platform.Tells);
    }

    [Fact]
    public async Task Taking_a_flag_tells_the_others_who_has_it()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        var mine = (await bot.PressCardAsync("More")).Card();
        var theirs = (await bot.PressCardAsync("More", Some.OtherModerator)).Card();

        await bot.PressAsync(mine, "I take it", Some.Moderator);
        var late = await bot.PressAsync(theirs, "I take it", Some.OtherModerator);

        Assert.Contains("Mo has it.", bot.OnlyCard().Card.Text());
        Assert.Contains("Mo took it", late.Card().Text());
        Assert.Contains("One flag waits", (await bot.TypeAsync("flags mine", Some.Moderator)).Card().Title);
        Assert.Contains("Nothing waits", (await bot.TypeAsync("flags mine", Some.OtherModerator)).Card().Title);
    }

    [Fact]
    public async Task Removing_takes_the_message_away_and_says_so()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        var more = (await bot.PressCardAsync("More")).Card();
        Assert.NotNull(more.Button("Remove").Confirm);

        await bot.PressAsync(more, "Remove", Some.Moderator);

        Assert.Equal([message.Address.Message], bot.Platform.Removed);
        Assert.Equal("Decided: removed", bot.OnlyCard().Card.Title);
        Assert.DoesNotContain("Author=ana", await bot.DumpAsync());
    }

    [Fact]
    public async Task A_removal_the_platform_refuses_leaves_the_flag_open_and_says_honestly_why()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        bot.Platform.Abilities = bot.Platform.Abilities with { Confirms = false };
        bot.Platform.RemoveRefusal = Outcome.NotPermitted;
        await bot.SayAsync(Some.Message(Scripts.High));

        var more = (await bot.PressCardAsync("More")).Card();
        var question = (await bot.PressAsync(more, "Remove", Some.Moderator)).Card();
        Assert.Empty(bot.Platform.Removed);
        await bot.PressAsync(question, "Remove it", Some.Moderator);

        Assert.Contains("Removing did not work: I lack the right here.", bot.OnlyCard().Card.Text());
        Assert.Contains("Mo has it.", bot.OnlyCard().Card.Text());
        await bot.PressCardAsync("Fine here");
        Assert.Equal("Decided: fine here", bot.OnlyCard().Card.Title);
    }

    [Fact]
    public async Task Where_the_platform_cannot_remove_no_such_button_is_offered()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        bot.Platform.Abilities = new PlatformAbilities();
        await bot.SayAsync(Some.Message(Scripts.High));

        Assert.DoesNotContain((await bot.PressCardAsync("More")).Card().Buttons, b => b.Label == "Remove");
    }

    [Fact]
    public async Task The_original_is_shown_to_who_asked_and_only_that_they_looked_is_kept()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message($"the canary sang for {Scripts.Story}"));
        var more = (await bot.PressCardAsync("More")).Card();

        var original = (await bot.PressAsync(more, "Show original", Some.Moderator)).Card();

        Assert.Contains("the canary sang", original.Text());
        var kept = await bot.DumpAsync();
        Assert.Contains("What=Revealed | Who=mo", kept);
        Assert.DoesNotContain("canary", kept);
        Assert.DoesNotContain("canary", bot.OnlyCard().Card.Text());
    }

    [Fact]
    public async Task A_card_that_could_not_be_redrawn_is_redrawn_later()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        bot.Platform.RedrawRefusal = Outcome.Failed;

        var answer = await bot.PressCardAsync("Fine here");
        Assert.Equal("Decided: fine here", answer.Card().Title);
        Assert.Equal("A patient may be recognisable", bot.OnlyCard().Card.Title);

        bot.Platform.RedrawRefusal = null;
        await bot.PassAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("Decided: fine here", bot.OnlyCard().Card.Title);
    }

    [Fact]
    public async Task Flags_nobody_looked_at_close_after_fourteen_days_against_nobody()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));

        await bot.PassAsync(TimeSpan.FromDays(13.9));
        Assert.Equal("A patient may be recognisable", bot.OnlyCard().Card.Title);
        await bot.PassAsync(TimeSpan.FromDays(0.2));

        Assert.Equal("Closed without a look", bot.OnlyCard().Card.Title);
        Assert.Contains("says nothing about the message or its author", bot.OnlyCard().Card.Text());
    }

    [Fact]
    public async Task Who_decided_is_blanked_at_retention_in_row_history_and_card()
    {
        await using var bot = (await TestBot.StartAsync(s => s with { RetentionDays = 30 })).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        await bot.PressCardAsync("Fine here");
        Assert.Contains("Who=mo", await bot.DumpAsync());

        await bot.PassAsync(TimeSpan.FromDays(31));
        await bot.RunDueAsync();

        var kept = await bot.DumpAsync();
        Assert.DoesNotContain("Who=mo", kept);
        Assert.DoesNotContain("DecidedBy=mo", kept);
        Assert.DoesNotContain("Mo", bot.OnlyCard().Card.Text().Split());
    }

    [Theory]
    [InlineData("flag-close:nonsense")]
    [InlineData("flag-close:00000000000000000000000000000000:1:fine")]
    [InlineData("flag-more:")]
    public async Task A_button_of_nowhere_is_answered_kindly(string id)
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Inbox.PressAsync(new ButtonPress(id, Some.Channel("moderators"), Some.Moderator, null), CancellationToken.None);

        Assert.Equal("This is from an older version", answer.Card().Title);
    }
}
