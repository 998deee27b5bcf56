using Microsoft.Playwright;

namespace GuidanceBot.Stories.Browser;

/// <summary>An admin sets the community up from the page.</summary>
[Xunit.Collection(BrowserStories.Name)]
public sealed class SettingUp(Chromium chromium)
{
    [BrowserFact]
    public async Task Set_up_asks_page_by_page_shows_the_first_tips_and_puts_a_test_flag()
    {
        await using var bot = await RunningBot.StartAsync();
        var ada = await chromium.OpenAsync(bot, "ada");

        await ada.SayAsync("/setup");
        for (var page = 1; page < 4; page++)
        {
            await Assertions.Expect(ada.Dialog).ToContainTextAsync($"Page {page} of 4");
            if (page == 3)
                await MendTheZoneAsync(ada);
            await PressAsync(ada, "Next");
        }

        await PressAsync(ada, "Show the summary");
        await ada.SeesAsync("weekdays at 9:00 in #tips");
        await ada.PressAsync(ada.Card("Save this?"), "Save");
        await ada.SeesAsync("A test flag stands in #moderators.");
        await ada.GoAsync("moderators");
        await ada.SeesAsync("This is where I show messages that may deserve a second look");
    }

    // Told on its own page, not at the end.
    private static async Task MendTheZoneAsync(Window ada)
    {
        var zone = ada.Dialog.GetByLabel("Time zone");
        await zone.FillAsync("London");
        await PressAsync(ada, "Next");
        await Assertions.Expect(ada.Dialog).ToContainTextAsync("did you mean Europe/London");
        await Assertions.Expect(ada.Dialog).ToContainTextAsync("Page 3 of 4");
        await zone.FillAsync("Europe/London");
    }

    private static Task PressAsync(Window window, string label) =>
        window.Dialog.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameString = label, Exact = true }).ClickAsync();
}
