using GuidanceBot.Chat;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class NoteTests
{
    [Fact]
    public async Task The_author_is_asked_in_private_and_mending_settles_it()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);

        await bot.PressCardAsync("Ask the author");

        Assert.Contains("The author has been asked.", bot.OnlyCard().Card.Text());
        var note = Assert.Single(bot.Platform.TellsTo(Some.Ana)).Card;
        Assert.Equal("GuidanceBot has a note for you", note.Preview);
        Assert.DoesNotContain("patient", note.Text());

        var opened = (await bot.PressAsync(note, "Open", Some.Ana)).Card();
        Assert.Contains("a patient may be recognisable", opened.Text());
        Assert.Contains("If you edit or delete it, this settles by itself.", opened.Text());
        Assert.Equal("takeaway:6", opened.Button("What helps").Id);
        Assert.InRange(opened.Words(), 20, 60);

        await bot.SayAsync(message.Edited("better now"));
        Assert.Equal("Settled", (await bot.PressAsync(note, "Open", Some.Ana)).Card().Title);
    }

    [Fact]
    public async Task An_author_who_takes_no_messages_is_told_nothing_anywhere_and_the_card_says_so()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        bot.Platform.Refusing.Add(Some.Ana);
        await bot.SayAsync(Some.Message(Scripts.High));

        await bot.PressCardAsync("Ask the author");

        Assert.Contains("The author could not be reached.", bot.OnlyCard().Card.Text());
        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_note_that_failed_can_be_sent_again()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        bot.Platform.TellRefusal = Outcome.Failed;
        await bot.PressCardAsync("Ask the author");
        Assert.Contains("The note could not be sent.", bot.OnlyCard().Card.Text());

        bot.Platform.TellRefusal = null;
        await bot.PressCardAsync("Ask the author");

        Assert.Single(bot.Platform.Tells);
        Assert.DoesNotContain(bot.OnlyCard().Card.Buttons, b => b.Label == "Ask the author");
    }

    [Fact]
    public async Task Two_moderators_who_ask_at_once_send_one_note()
    {
        await using var bot = (await TestBot.StartAsync(folder: "")).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        var post = bot.OnlyCard();

        await Task.WhenAll(
            Task.Run(() => bot.PressAsync(post.Card, "Ask the author", Some.Moderator, post.Address)),
            Task.Run(() => bot.PressAsync(post.Card, "Ask the author", Some.OtherModerator, post.Address)));

        Assert.Single(bot.Platform.Tells);
        await using var db = await bot.OpenDatabaseAsync();
        Assert.Single(db.FlagEvents.Where(e => e.What == GuidanceBot.Moderation.FlagHappening.Asked).ToList());
    }

    [Fact]
    public async Task The_authors_answer_is_shown_masked_and_kept_nowhere()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        await bot.PressCardAsync("Ask the author");
        var opened = (await bot.PressAsync(bot.Platform.Tells[0].Card, "Open", Some.Ana)).Card();
        var form = (await bot.PressAsync(opened, "It's fine because…", Some.Ana)).Form();

        await bot.SubmitAsync(form, Some.Ana, ("why", "Invented for the quiz by Gwendolyn in 2019"));

        Assert.Contains("Invented", (await bot.PressCardAsync("More")).Card().Text().Replace("[…]", "Invented"));
        Assert.Contains("for the quiz by […] in […]", bot.OnlyCard().Card.Text());
        Assert.Contains("The author has answered.", bot.OnlyCard().Card.Text());
        Assert.DoesNotContain("quiz", await bot.DumpAsync());

        await bot.PressCardAsync("Fine here");
        Assert.DoesNotContain("quiz", bot.OnlyCard().Card.Text());
    }

    [Fact]
    public async Task An_answer_in_distress_gets_support_and_reaches_nobody()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        await bot.PressCardAsync("Ask the author");
        var opened = (await bot.PressAsync(bot.Platform.Tells[0].Card, "Open", Some.Ana)).Card();
        var form = (await bot.PressAsync(opened, "It's fine because…", Some.Ana)).Form();

        var answer = await bot.SubmitAsync(form, Some.Ana, ("why", $"honestly {Scripts.Heavy}"));

        Assert.Contains("sounds heavy", answer.Card().Text());
        Assert.DoesNotContain("answered", bot.OnlyCard().Card.Text());
    }

    [Fact]
    public async Task Somebody_elses_note_opens_for_nobody_else()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        await bot.PressCardAsync("Ask the author");
        var note = bot.Platform.Tells[0].Card;

        Assert.Equal("Settled", (await bot.PressAsync(note, "Open", Some.Ben)).Card().Title);
        var fine = new ButtonPress(note.Button("Open").Id.Replace("note-open", "note-fine"), Some.Channel(), Some.Ben, null);
        Assert.Equal("Settled", (await bot.Inbox.PressAsync(fine, CancellationToken.None)).Card().Title);
        var form = (await bot.Inbox.PressAsync(fine with { Presser = Some.Ana }, CancellationToken.None)).Form();
        Assert.Equal("Settled", (await bot.SubmitAsync(form, Some.Ben, ("why", "let me in"))).Card().Title);
    }

    [Fact]
    public async Task A_mended_message_is_credited_to_nobody_and_its_note_asks_for_no_answer()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        await bot.PressCardAsync("Ask the author");
        var note = bot.Platform.Tells[0].Card;

        await bot.SayAsync(message.Edited("mended"));

        Assert.DoesNotContain("By:", bot.Cards()[^1].Card.Text());
        var fine = new ButtonPress(note.Button("Open").Id.Replace("note-open", "note-fine"), Some.Channel(), Some.Ana, null);
        Assert.Equal("Settled", (await bot.Inbox.PressAsync(fine, CancellationToken.None)).Card().Title);
    }

    [Fact]
    public async Task A_note_whose_sending_was_cut_off_is_sent_later()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        await bot.SayAsync(Some.Message(Scripts.High));
        await using (var db = await bot.OpenDatabaseAsync())
        {
            db.Flags.Single().StartNote("mo", bot.Clock.GetUtcNow());
            await db.SaveChangesAsync();
        }

        await bot.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Single(bot.Platform.Tells);
        Assert.Contains("The author has been asked.", bot.OnlyCard().Card.Text());
    }
}
