using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GuidanceBot.Stories.Browser;

/// <summary>What a newcomer sees in the first five minutes.</summary>
[Collection(BrowserStories.Name)]
public sealed class ThreeJobs(Chromium chromium)
{
    private const string Risky = "Mrs Okafor in bed 12 rang again from 07700 900123 about her mother's scan";

    [BrowserFact]
    public async Task A_question_is_answered_to_the_one_who_asked_and_to_nobody_else()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var ben = await chromium.OpenAsync(bot, "ben");

        await ana.SayAsync("/ask can I post an x-ray?");

        await ana.SeesAsync("Only you can see this");
        await ben.SayAsync("Morning all");
        await ana.SeesAsync("Morning all");
        await Expect(ben.Messages).ToHaveCountAsync(1);
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Dismiss" }).ClickAsync();
        await ana.DoesNotSeeAsync("Only you can see this");
        Assert.Empty(ana.Errors);
    }

    [BrowserFact]
    public async Task An_answer_is_shared_with_the_channel_by_a_press_of_ones_own()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var ben = await chromium.OpenAsync(bot, "ben");

        await ana.SayAsync("/takeaway 5");
        await ana.SeesAsync("Only you can see this");
        await Expect(ben.Messages).ToHaveCountAsync(0);
        await ana.PressAsync(ana.Card("Everything online").First, "Share here");

        await ben.SeesAsync("Everything online is public");
        Assert.Empty(ana.Errors);
    }

    [BrowserFact]
    public async Task A_tip_arrives_when_the_clock_is_moved_to_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana", "tips");
        await Expect(ana.Messages).ToHaveCountAsync(0);

        await ana.Page.Locator("#open-clock").ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "To the next tip" }).ClickAsync();

        await ana.SeesAsync(ana.Page.GetByRole(AriaRole.Article));
        await Expect(ana.Messages).ToHaveCountAsync(1);
        Assert.Empty(ana.Errors);
    }

    [BrowserFact]
    public async Task A_risky_message_reaches_the_moderators_and_the_first_of_two_decisions_counts()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var mona = await chromium.OpenAsync(bot, "mona", "moderators");
        var ada = await chromium.OpenAsync(bot, "ada", "moderators");

        await ana.SayAsync(Risky);
        var asMona = mona.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Fine here", Exact = true });
        var asAda = ada.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Fine here", Exact = true });
        await mona.SeesAsync(asMona);
        await ada.SeesAsync(asAda);
        await Task.WhenAll(asMona.ClickAsync(), asAda.ClickAsync());

        await Expect(asMona).ToHaveCountAsync(0);
        await Expect(asAda).ToHaveCountAsync(0);
        await Expect(mona.Messages.Filter(new LocatorFilterOptions { HasNotTextString = "Only you can see this" })).ToHaveCountAsync(1);
        await Expect(mona.Log).Not.ToContainTextAsync("07700 900123");
        Assert.Empty(mona.Errors.Concat(ada.Errors));
    }

    [BrowserFact]
    public async Task Members_see_that_there_is_a_moderators_channel_but_not_what_is_in_it()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        await ana.SayAsync(Risky);

        await ana.Page.GotoAsync("/c/moderators?as=ana");

        await ana.Page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { NameString = "Look as Mona" }).ClickAsync();
        await ana.SeesAsync(ana.Page.GetByRole(AriaRole.Article));
    }

    [BrowserFact]
    public async Task A_note_to_an_author_shows_in_its_preview_only_that_there_is_one()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var mona = await chromium.OpenAsync(bot, "mona", "moderators");
        await ana.SayAsync(Risky);

        await mona.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Ask the author" }).ClickAsync();

        await ana.SeesAsync(ana.Page.GetByRole(AriaRole.Navigation).GetByText("GuidanceBot has a note for you"));
        await ana.GoAsync("GuidanceBot");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Open", Exact = true }).ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Open", Exact = true })).ToHaveCountAsync(0);
    }
}
