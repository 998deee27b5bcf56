using System.Text.Json;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace GuidanceBot.Stories.Browser;

/// <summary>By keyboard, on a phone, in the dark: the page is for everyone.</summary>
[Collection(BrowserStories.Name)]
public sealed class ForEveryone(Chromium chromium)
{
    [BrowserFact]
    public async Task Everything_works_with_the_keyboard_alone()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var keys = ana.Page.Keyboard;

        await keys.PressAsync("Tab");
        await Expect(ana.Page.GetByText("Skip to writing a message")).ToBeFocusedAsync();
        await keys.PressAsync("Enter");
        await Expect(ana.Box).ToBeFocusedAsync();

        await keys.TypeAsync("/a");
        await ana.SeesAsync(ana.Page.GetByRole(AriaRole.Option));
        await keys.PressAsync("ArrowDown");
        await Expect(ana.Page.Locator("[role=option][aria-selected=true]")).ToHaveCountAsync(1);
        await keys.PressAsync("Escape");
        await Expect(ana.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(0);
        await keys.TypeAsync("s");
        await ana.SeesAsync(ana.Page.GetByRole(AriaRole.Option));
        await keys.PressAsync("Tab");
        await Expect(ana.Box).ToHaveValueAsync("/ask ");
        await keys.TypeAsync("can I post an x-ray?");
        await keys.PressAsync("Enter");
        await ana.SeesAsync(ana.Page.GetByRole(AriaRole.Article));

        await keys.TypeAsync("Hello ward");
        await keys.PressAsync("Enter");
        await ana.SeesAsync("Hello ward");
        await ana.Message("Hello ward").Locator(".more").FocusAsync();
        await keys.PressAsync("Enter");
        var edit = ana.Page.Locator("[popover]:popover-open").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameString = "Edit" });
        await edit.FocusAsync();
        await keys.PressAsync("Enter");
        await Expect(ana.Page.GetByLabel("Change your message")).ToBeFocusedAsync();
        await keys.PressAsync("End");
        await keys.TypeAsync(" seven");
        await keys.PressAsync("Tab");
        await keys.PressAsync("Enter");
        await ana.SeesAsync("Hello ward seven");
        await Expect(ana.Message("Hello ward seven").Locator(".more")).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task A_form_is_a_dialog_that_starts_at_its_title_and_gives_the_focus_back()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var ben = await chromium.OpenAsync(bot, "ben");
        await ana.SayAsync("Something to report");
        await ben.SeesAsync("Something to report");

        await ben.TakeAsync("Something to report", "moderators");

        await Expect(ben.Dialog.GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await ben.Page.Keyboard.PressAsync("Escape");
        await Expect(ben.Dialog).ToHaveCountAsync(0);
        await Expect(ben.Message("Something to report").Locator(".more").Or(ben.Box).And(ben.Page.Locator(":focus"))).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task The_focus_stays_with_a_card_whose_button_went_with_its_press()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");
        var mona = await chromium.OpenAsync(bot, "mona", "moderators");
        await ana.SayAsync("Mrs Okafor in bed 12 rang again from 07700 900123");
        var fine = mona.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Fine here", Exact = true });
        await mona.SeesAsync(fine);

        await fine.FocusAsync();
        await mona.Page.Keyboard.PressAsync("Enter");

        await Expect(fine).ToHaveCountAsync(0);
        await Expect(mona.Messages.First).ToBeFocusedAsync();
    }

    [BrowserFact]
    public async Task On_a_phone_nothing_runs_off_the_screen_and_targets_are_big_enough()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana", change: o => (o.ViewportSize, o.HasTouch, o.IsMobile) = (new ViewportSize { Width = 360, Height = 740 }, true, true));
        await ana.Box.FillAsync("A word that is " + new string('w', 200));
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Send" }).ClickAsync();
        await ana.SeesAsync(ana.Message("A word that is"));
        await ana.SayAsync("/takeaways");
        await ana.SeesAsync("Only you can see this");

        Assert.Equal(0, await SidewaysAsync(ana));
        Assert.Empty(await SmallTargetsAsync(ana));
        await ana.Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { NameString = "Channels and people" }).ClickAsync();
        Assert.Empty(await SmallTargetsAsync(ana));
        await ana.GoAsync("cases");
        Assert.Equal(0, await SidewaysAsync(ana));
    }

    [BrowserFact]
    public async Task Every_text_stands_out_from_its_ground_in_light_and_dark()
    {
        await using var bot = await RunningBot.StartAsync();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var mona = await chromium.OpenAsync(bot, "mona", change: o => o.ColorScheme = scheme);
            await mona.SayAsync("Good morning");
            await mona.SayAsync("/help");
            await mona.SeesAsync("Only you can see this");
            await mona.Page.Locator("#open-clock").ClickAsync();

            var faint = await mona.Page.EvaluateAsync<JsonElement>(Faint);

            Assert.Equal("[]", faint.GetRawText());
        }
    }

    private static Task<int> SidewaysAsync(Window window) =>
        window.Page.EvaluateAsync<int>("() => Math.max(0, ...[document.documentElement, document.getElementById('scroller')].map(e => e.scrollWidth - e.clientWidth))");

    private static Task<string[]> SmallTargetsAsync(Window window) => window.Page.EvaluateAsync<string[]>("""
        () => [...document.querySelectorAll('button, nav a, textarea, select, label:has(input)')]
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.sr') && e.tabIndex !== -1)
          .filter(e => { const box = e.getBoundingClientRect(); return box.width > 0 && (box.height < 39.5 || box.width < 39.5); })
          .map(e => `${e.outerHTML.slice(0, 90)} ${e.getBoundingClientRect().width}x${e.getBoundingClientRect().height}`)
        """);

    // Contrast as WCAG counts it, of each text against the nearest ground that is painted.
    private const string Faint = """
        () => {
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const paint = (over, under) => {
            canvas.fillStyle = under; canvas.fillRect(0, 0, 1, 1);
            canvas.fillStyle = over; canvas.fillRect(0, 0, 1, 1);
            const [r, g, b] = canvas.getImageData(0, 0, 1, 1).data;
            return `rgb(${r}, ${g}, ${b})`;
          };
          const light = colour => {
            const [r, g, b] = colour.match(/[\d.]+/g).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
            return 0.2126 * r + 0.7152 * g + 0.0722 * b;
          };
          const ground = e => e ? paint(getComputedStyle(e).backgroundColor, ground(e.parentElement)) : 'rgb(255, 255, 255)';
          const faint = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const e = walk.currentNode.parentElement;
            if (!walk.currentNode.data.trim() || !e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || e.closest('.sr, script, noscript, .skip')) continue;
            const under = ground(e);
            const [a, b] = [light(paint(getComputedStyle(e).color, under)), light(under)].sort((x, y) => y - x);
            const ratio = (a + 0.05) / (b + 0.05);
            if (ratio < 4.5) faint.push(`${walk.currentNode.data.trim().slice(0, 40)}: ${ratio.toFixed(2)}`);
          }
          return faint;
        }
        """;
}
