using System.Collections.Concurrent;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace GuidanceBot.Stories.Browser;

/// <summary>What one person does and sees on the page.</summary>
public sealed class Window
{
    private static readonly LocatorAssertionsToBeVisibleOptions Patient = new() { Timeout = 30_000 };

    private readonly ConcurrentQueue<string> _errors = new();
    private readonly ConcurrentQueue<string> _asked = new();

    public Window(IPage page)
    {
        Page = page;
        page.PageError += (_, error) => _errors.Enqueue(error);
        page.Console += (_, message) =>
        {
            if (message.Type is "error")
                _errors.Enqueue(message.Text);
        };
        page.Request += (_, request) => _asked.Enqueue(request.Url);
    }

    public IPage Page { get; }

    /// <summary>What the browser complained about.</summary>
    public IReadOnlyCollection<string> Errors => _errors;

    /// <summary>Every address the page asked for something.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    public ILocator Box => Page.Locator("#box");

    public ILocator Log => Page.GetByRole(AriaRole.Log);

    public ILocator Messages => Page.Locator(".message");

    public ILocator Dialog => Page.GetByRole(AriaRole.Dialog);

    /// <summary>The page listens to what is typed.</summary>
    public Task ReadyAsync() => Page.Locator("#box[data-ready], .locked").WaitForAsync();

    public async Task SayAsync(string text)
    {
        await Box.FillAsync(text);
        await Box.PressAsync("Enter");
        await Expect(Box).ToHaveValueAsync("", new LocatorAssertionsToHaveValueOptions { Timeout = 30_000 });
    }

    public async Task GoAsync(string channel)
    {
        await Page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new LocatorGetByRoleOptions { NameString = channel }).ClickAsync();
        await Page.Locator("#room-name", new PageLocatorOptions { HasTextString = channel }).WaitForAsync();
    }

    public Task SeesAsync(string text) => Expect(Log.GetByText(text).First).ToBeVisibleAsync(Patient);

    public Task SeesAsync(ILocator what) => Expect(what.First).ToBeVisibleAsync(Patient);

    public Task DoesNotSeeAsync(string text) => Expect(Log.GetByText(text)).ToHaveCountAsync(0);

    public ILocator Message(string text) => Messages.Filter(new LocatorFilterOptions { HasTextString = text });

    public ILocator Card(string title) => Page.GetByRole(AriaRole.Article, new PageGetByRoleOptions { NameString = title });

    /// <summary>Opens a message's menu and takes what is called so.</summary>
    public async Task TakeAsync(string message, string action)
    {
        await Message(message).HoverAsync();
        await Message(message).Locator(".more").ClickAsync();
        await Page.Locator("[popover]:popover-open").GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameString = action }).ClickAsync();
    }

    public Task PressAsync(ILocator card, string label) => card.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { NameString = label, Exact = true }).ClickAsync();
}
