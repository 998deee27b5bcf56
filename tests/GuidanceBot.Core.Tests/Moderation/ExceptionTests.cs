using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class ExceptionTests
{
    [Fact]
    public async Task What_a_moderator_finds_fine_in_a_channel_stays_unflagged_once_an_admin_agrees()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High, "cases"));
        var more = (await bot.PressCardAsync("More")).Card();
        await bot.PressAsync(more, "Fine in this channel", Some.Moderator);
        Assert.Equal("Decided: fine here", bot.Cards()[0].Card.Title);

        var proposal = bot.Cards()[1];
        Assert.Contains("#cases", proposal.Card.Text());
        Assert.Equal("For admins", (await bot.PressAsync(proposal.Card, "Accept", Some.Moderator, proposal.Address)).Card().Title);
        await bot.SayAsync(Some.Message(Scripts.High, "cases"));
        Assert.Equal(3, bot.Cards().Count);

        Assert.Equal("Exception accepted", (await bot.PressAsync(proposal.Card, "Accept", Some.Admin, proposal.Address)).Card().Title);
        await bot.SayAsync(Some.Message(Scripts.High, "cases"));
        Assert.Equal(3, bot.Cards().Count);
        await bot.SayAsync(Some.Message(Scripts.High, "general"));
        Assert.Equal(4, bot.Cards().Count);
        Assert.Equal("Already answered", (await bot.PressAsync(proposal.Card, "Decline", Some.Admin, proposal.Address)).Card().Title);
    }

    [Fact]
    public async Task An_admin_can_take_an_exception_back()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        await bot.PressAsync((await bot.PressCardAsync("More")).Card(), "Fine in this channel", Some.Moderator);
        await bot.PressAsync(bot.Cards()[1].Card, "Accept", Some.Admin);

        var list = (await bot.TypeAsync("exceptions", Some.Admin)).Card();
        Assert.Contains("#general: a patient may be recognisable (“A rule of the tests spoke”)", list.Text());
        await bot.PressAsync(list, "Take back 1", Some.Admin);

        Assert.Equal("No exceptions", (await bot.TypeAsync("exceptions", Some.Admin)).Card().Title);
        await bot.SayAsync(Some.Message(Scripts.High));
        Assert.Equal(3, bot.Cards().Count);
    }

    [Fact]
    public async Task A_declined_exception_changes_nothing_and_can_be_proposed_again()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        await bot.PressAsync((await bot.PressCardAsync("More")).Card(), "Fine in this channel", Some.Moderator);

        await bot.PressAsync(bot.Cards()[1].Card, "Decline", Some.Admin);
        await bot.SayAsync(Some.Message(Scripts.High));

        Assert.Equal("A patient may be recognisable", bot.Cards()[2].Card.Title);
        await bot.PressAsync((await bot.PressCardAsync("More")).Card(), "Fine in this channel", Some.Moderator);
        Assert.Equal("An exception is proposed", bot.Cards()[3].Card.Title);
    }
}
