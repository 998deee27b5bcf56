using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GuidanceBot.Stories.Browser;

/// <summary>The page is a chat: what one does the others see, and hostile text stays text.</summary>
[Collection(BrowserStories.Name)]
public sealed class OneChat(Chromium chromium)
{
    [BrowserFact]
    public async Task Editing_and_deleting_show_at_once_in_everybodys_window()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var ben = await chromium.OpenAsync(bot, "ben");
        await ana.SayAsync("The rota is out");
        await ben.SeesAsync("The rota is out");

        await ana.TakeAsync("The rota is out", "Edit");
        await ana.Page.GetByLabel("Change your message").FillAsync("The rota is out at last");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Save", Exact = true }).ClickAsync();
        await ben.SeesAsync("The rota is out at last");
        await ben.SeesAsync("(edited)");

        await ana.TakeAsync("The rota is out at last", "Delete");
        await ana.Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameString = "Delete it" }).ClickAsync();
        await Expect(ben.Messages).ToHaveCountAsync(0);
        await Expect(ana.Messages).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Forty_thousand_characters_pass_and_are_folded()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var ben = await chromium.OpenAsync(bot, "ben");
        var longest = string.Concat(Enumerable.Repeat("Żółw ", 7_999)) + "DONE!";

        await ana.SayAsync(longest);

        await ben.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Show all 40,000 characters" }).ClickAsync();
        await ben.SeesAsync(ben.Message("DONE!"));
        await ana.Box.FillAsync(longest + "x");
        await ana.Box.PressAsync("Enter");
        await Expect(ana.Page.Locator("#box-problem")).ToContainTextAsync("at most 40,000");
        await Expect(ana.Box).ToHaveValueAsync(longest + "x");
    }

    [BrowserFact]
    public async Task Hostile_text_stays_text()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var ben = await chromium.OpenAsync(bot, "ben");

        await ana.SayAsync("<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>");
        await ana.SayAsync("\u202Eright to left \u0645\u0631\u062D\u0628\u0627");
        await ana.Box.EvaluateAsync("box => { box.value = 'half \\ud83d of a pair'; box.dispatchEvent(new Event('input', { bubbles: true })); }");
        await ana.Box.PressAsync("Enter");

        await ben.SeesAsync("<script>document.title='owned'</script>");
        await ben.SeesAsync("half \ufffd of a pair");
        await Expect(ben.Page).Not.ToHaveTitleAsync("owned");
        Assert.Equal(0, await ben.Log.Locator("img, script").CountAsync());
        await ana.SayAsync("and the page lives on");
        await ben.SeesAsync("and the page lives on");
    }

    [BrowserFact]
    public async Task A_restart_keeps_the_chat_the_clock_and_an_open_page()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        await ana.SayAsync("Still here tomorrow");
        await ana.Page.Locator("#open-clock").ClickAsync();
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "One day on" }).ClickAsync();
        await ana.SeesAsync(ana.Page.GetByText("Yesterday"));
        await ana.Page.Keyboard.PressAsync("Escape");
        await ana.Box.FillAsync("half a thou");

        await bot.KillAsync();
        await ana.SeesAsync(ana.Page.GetByText("The connection to the bot is gone"));
        await bot.StartAgainAsync();

        await Expect(ana.Page.GetByText("The connection to the bot is gone")).ToBeHiddenAsync(new LocatorAssertionsToBeHiddenOptions { Timeout = 60_000 });
        await ana.SeesAsync("Still here tomorrow");
        await ana.SeesAsync(ana.Page.GetByText("Yesterday"));
        await Expect(ana.Box).ToHaveValueAsync("half a thou");
    }

    [BrowserFact]
    public async Task A_link_opens_at_its_message()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        for (var i = 0; i < 5; i++)
            await ana.SayAsync($"message number {i}");
        var id = await ana.Message("message number 1").GetAttributeAsync("id");

        var ben = await chromium.OpenAsync(bot, "ben", $"general/{id}");

        await Expect(ben.Message("message number 1")).ToBeFocusedAsync();
        await Expect(ben.Message("message number 1")).ToHaveClassAsync(new System.Text.RegularExpressions.Regex("highlighted"));
    }

    [BrowserFact]
    public async Task A_file_is_attached_by_its_name_alone()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var ben = await chromium.OpenAsync(bot, "ben");

        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Attach a file by name" }).ClickAsync();
        await ana.Page.GetByLabel("Name of a file").FillAsync("rota-november.pdf");
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Attach", Exact = true }).ClickAsync();
        await Expect(ana.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { NameString = "Files to attach" })).ToContainTextAsync("rota-november.pdf");
        await ana.SayAsync("Here it is");

        await ben.SeesAsync(ben.Message("Here it is").GetByText("rota-november.pdf"));
        await Expect(ana.Page.GetByRole(AriaRole.List, new PageGetByRoleOptions { NameString = "Files to attach" })).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_page_asks_nobody_but_the_bot_for_anything()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        await ana.SayAsync("/help");
        await ana.SeesAsync("Only you can see this");

        Assert.All(ana.Asked, address => Assert.Equal(bot.Address.Authority, new Uri(address).Authority));
    }
}
