using GuidanceBot.Playground.Clock;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Store;
using GuidanceBot.Playground.Visits;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GuidanceBot.Playground.Pages;

/// <summary>The one page: holds a visit, keeps it fresh, and does what its parts ask.</summary>
public sealed partial class ChatPage : IPage, IAsyncDisposable
{
    private static readonly TimeSpan TimesAgeEvery = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _gone = new();
    private readonly HashSet<string> _heard = [];
    private Composer? _composer;
    private IJSObjectReference? _script;
    private ITimer? _aging;
    private string? _announcement;
    private bool _panel;
    private bool _drawer;
    private int _refreshing;
    private string? _revealed;

    [Inject] private IServiceProvider Services { get; set; } = null!; // Blazor fills what is injected before first use
    [Inject] private IJSRuntime Js { get; set; } = null!;
    [Inject] private Changes Changes { get; set; } = null!;
    [Inject] private TimeProvider Clock { get; set; } = null!;
    [Inject] private Visit Visit { get; set; } = null!;

    /// <summary>The channel looked at.</summary>
    [Parameter] public string? Channel { get; set; }

    /// <summary>The message a link points to.</summary>
    [Parameter] public string? Message { get; set; }

    /// <summary>Who acts.</summary>
    [SupplyParameterFromQuery(Name = "as")] public string? ActingAs { get; set; }

    Visit IPage.Visit => Visit;

    DateTimeOffset IPage.Now => Clock.GetUtcNow();

    IJSObjectReference? IPage.Script => _script;

    private IStoredRows? Rows => (IStoredRows?)Services.GetService(typeof(IStoredRows));

    private string Heading => Visit.Room?.Id ?? Cast.BotName;

    private string Here => Links.To(Visit.Channel, null, Visit.Person.Id);

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Changes.Happened += Changed;
        if (Clock is PlaygroundClock playground)
            playground.Moved += ClockMoved;
        _aging = Clock.CreateTimer(_ => Redraw(), null, TimesAgeEvery, TimesAgeEvery);
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        Visit.Go(ActingAs, Channel, Message);
        _drawer = false;
        _announcement = null;
        _heard.Clear();
        _heard.UnionWith(Visit.Lines.Where(l => l.Private).Select(l => l.Id));
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            _script = await Js.InvokeAsync<IJSObjectReference>("import", _gone.Token, "./_content/GuidanceBot.Playground/playground.js");
            var zone = await _script.InvokeAsync<string>("zone", _gone.Token);
            Visit.Zone = TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc;
            StateHasChanged();
            return;
        }

        if (_script is not null && Visit.Target is { } target && _revealed != Here + target)
        {
            _revealed = Here + target;
            await _script.InvokeVoidAsync("reveal", _gone.Token, target);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Changes.Happened -= Changed;
        if (Clock is PlaygroundClock playground)
            playground.Moved -= ClockMoved;
        _aging?.Dispose();
        await _gone.CancelAsync();
        _gone.Dispose();
        try
        {
            if (_script is not null)
                await _script.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser went first.
        }
    }

    void IPage.Announce(string words) => _announcement = words;

    void IPage.Refresh()
    {
        Visit.Refresh();
        StateHasChanged();
    }

    private void Changed(string channel)
    {
        // Many changes in a row are drawn together.
        if (Interlocked.Exchange(ref _refreshing, 1) == 0)
            _ = InvokeAsync(Refresh);
    }

    private void ClockMoved() => Changed("");

    private void Redraw() => _ = InvokeAsync(StateHasChanged);

    private void Refresh()
    {
        Interlocked.Exchange(ref _refreshing, 0);
        if (_gone.IsCancellationRequested)
            return;
        var preview = Visit.DirectPreview;
        Visit.Refresh();
        if (Visit.Lines.LastOrDefault(l => l.Private && _heard.Add(l.Id)) is { Card: { } card })
            _announcement = $"Only you can see this: {card.Preview ?? card.Title}";
        else if (Visit.DirectPreview is { } now && now != preview)
            _announcement = $"A direct message: {now}";
        StateHasChanged();
    }

    private async Task FocusBox()
    {
        if (_script is not null)
            await _script.InvokeVoidAsync("focus", _gone.Token, "box");
    }

    private async Task OpenDrawerAsync()
    {
        _drawer = true;
        StateHasChanged();
        if (_script is not null)
            await _script.InvokeVoidAsync("focus", _gone.Token, "close-drawer");
    }

    private async Task CloseDrawerAsync()
    {
        if (!_drawer)
            return;
        _drawer = false;
        StateHasChanged();
        if (_script is not null)
            await _script.InvokeVoidAsync("focus", _gone.Token, "open-drawer");
    }

    private async Task TogglePanelAsync()
    {
        _panel = !_panel;
        StateHasChanged();
        if (_script is not null)
            await _script.InvokeVoidAsync("focus", _gone.Token, _panel ? "stored-heading" : "open-stored");
    }
}
