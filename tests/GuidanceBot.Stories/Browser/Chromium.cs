using Microsoft.Playwright;
using Xunit;

namespace GuidanceBot.Stories.Browser;

/// <summary>One browser for all stories; each person gets a window of their own in it.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (!File.Exists(BrowserFactAttribute.Chromium))
            return; // every story is skipped
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = BrowserFactAttribute.Chromium,
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage"],
        });
    }

    /// <summary>Opens the page of a running bot as somebody.</summary>
    internal async Task<Window> OpenAsync(RunningBot bot, string actingAs, string channel = "general", Action<BrowserNewContextOptions>? change = null)
    {
        var options = new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 1280, Height = 800 }, BaseURL = bot.Address.ToString(), ReducedMotion = ReducedMotion.Reduce };
        change?.Invoke(options);
        var context = await _browser!.NewContextAsync(options); // stories run only where the browser was started
        context.SetDefaultTimeout(30_000);
        var page = await context.NewPageAsync();
        var window = new Window(page);
        await page.GotoAsync($"/c/{channel}?as={actingAs}");
        await window.ReadyAsync();
        return window;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}

/// <summary>Stories that share the browser run one after another.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserStories : ICollectionFixture<Chromium>
{
    public const string Name = "browser";
}
