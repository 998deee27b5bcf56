using Bunit;
using GuidanceBot.Chat;
using GuidanceBot.Playground.Pages;
using GuidanceBot.Playground.Visits;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GuidanceBot.Playground.Tests.Pages;

/// <summary>What the page is made of, seen as Ana; the stories try it in a real browser.</summary>
public sealed class ChatPageTests
{
    [Fact]
    public async Task Members_words_are_text_and_never_markup()
    {
        await using var community = await Community.OpenAsync();
        community.Conversation.Say(Community.Ben, "general", "<b onclick=alert(1)>bold</b>", []);

        await using var browser = Open(community, out var page);

        Assert.Empty(page.FindAll(".message b"));
        Assert.Equal("<b onclick=alert(1)>bold</b>", page.Find(".message .text").TextContent);
        Assert.Equal("auto", page.Find(".message .text").GetAttribute("dir"));
    }

    [Fact]
    public async Task A_card_shows_every_kind_of_block_and_only_links_that_open_pages()
    {
        await using var community = await Community.OpenAsync();
        community.Messages.Post("general", Card.Of("Title", "Paragraph")
            .With(
                new QuoteBlock("Quoted <i>"), new HeadingBlock("Heading"), new ListBlock(["first"], 3), new ListBlock(["dot"]), new NoteBlock("Small print"),
                new FieldsBlock([new CardField("Severity", "high"), CardField.Moment("Written", community.Clock.GetUtcNow())]),
                new LinkBlock("Good", new Uri("https://example.org/")), new LinkBlock("Bad", new Uri("javascript:alert(1)"))), community.Clock.GetUtcNow(), key: null);

        await using var browser = Open(community, out var page);

        var card = page.Find(".card");
        foreach (var shown in new[] { "Title", "Paragraph", "Quoted <i>", "Heading", "first", "dot", "Small print", "high", "just now" })
            Assert.Contains(shown, card.TextContent);
        Assert.Equal("3", page.Find(".card ol").GetAttribute("start"));
        Assert.Equal("https://example.org/", Assert.Single(page.FindAll(".card a")).GetAttribute("href"));
    }

    [Fact]
    public async Task A_long_message_is_folded_and_opens()
    {
        await using var community = await Community.OpenAsync();
        community.Conversation.Say(Community.Ben, "general", new string('x', 39_999) + "!", []);
        await using var browser = Open(community, out var page);
        Assert.DoesNotContain("!", page.Find(".message .text").TextContent);

        page.Find(".message .link").Click();

        Assert.Equal(40_000, page.Find(".message .text").TextContent.Length);
    }

    [Fact]
    public async Task Older_messages_come_when_asked_for()
    {
        await using var community = await Community.OpenAsync();
        for (var i = 0; i < Visit.Batch + 5; i++)
            community.Conversation.Say(Community.Ben, "general", $"message {i}", []);
        await using var browser = Open(community, out var page);
        Assert.Equal(Visit.Batch, page.FindAll(".message").Count);

        page.Find(".older").Click();

        Assert.Equal(Visit.Batch + 5, page.FindAll(".message").Count);
        Assert.Empty(page.FindAll(".older"));
    }

    [Fact]
    public async Task What_others_write_appears_without_asking()
    {
        await using var community = await Community.OpenAsync();
        await using var browser = Open(community, out var page);

        community.Conversation.Say(Community.Ben, "general", "Hello from another window", []);

        page.WaitForAssertion(() => Assert.Contains("Hello from another window", page.Markup));
    }

    [Fact]
    public async Task Ones_own_message_can_be_changed_and_others_only_reported()
    {
        await using var community = await Community.OpenAsync();
        community.Conversation.Say(Community.Ana, "general", "mine", []);
        community.Conversation.Say(Community.Ben, "general", "theirs", []);

        await using var browser = Open(community, out var page);

        var menus = page.FindAll(".menu").Select(m => m.TextContent).ToList();
        Assert.Contains("Edit", menus[0]);
        Assert.Contains("Delete", menus[0]);
        Assert.DoesNotContain("Edit", menus[1]);
        Assert.All(menus, m => Assert.Contains("Copy link", m));
    }

    [Fact]
    public async Task The_moderators_channel_is_named_but_closed_to_members()
    {
        await using var community = await Community.OpenAsync();
        community.Messages.Post("moderators", Card.Of("A flag nobody else sees"), community.Clock.GetUtcNow(), key: null);

        await using var browser = Open(community, out var page, "moderators");

        Assert.DoesNotContain("A flag nobody else sees", page.Markup);
        Assert.Contains("Look as Mona", page.Markup);
        Assert.Equal("1 new", page.Find("nav .badge").TextContent);
    }

    private static BunitContext Open(Community community, out IRenderedComponent<ChatPage> page, string channel = "general")
    {
        var browser = new BunitContext();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        browser.JSInterop.SetupModule("./_content/GuidanceBot.Playground/playground.js").Setup<string>("zone").SetResult("Europe/London");
        browser.Services.AddSingleton(_ => community.Visit(Community.Ana));
        browser.Services.AddFallbackServiceProvider(community.Services);
        page = browser.Render<ChatPage>(set => set.Add(p => p.Channel, channel));
        return browser;
    }
}
