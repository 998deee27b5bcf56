using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Visits;
using GuidanceBot.Screening;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GuidanceBot.Playground.Pages;

/// <summary>The box one writes in, with what is suggested while a command is typed.</summary>
public sealed partial class Composer : IAsyncDisposable
{
    private readonly List<AttachmentInfo> _files = [];
    private IReadOnlyList<Suggestion> _suggestions = [];
    private int _active = -1;
    private string _typed = "";
    private string _fileName = "";
    private string? _problem;
    private ElementReference _box;
    private IJSObjectReference? _writing;
    private DotNetObjectReference<Composer>? _self;

    [CascadingParameter] private IPage Page { get; set; } = null!; // the page always surrounds it
    [Inject] private Conversation Conversation { get; set; } = null!;
    [Inject] private Completion Completion { get; set; } = null!;

    /// <summary>Whether the bot is about to answer.</summary>
    [Parameter] public bool Waiting { get; set; }

    private Visit Visit => Page.Visit;

    private string Place => Visit.Room is { } room ? "#" + room.Id : "GuidanceBot";

    /// <summary>Puts a text in the box.</summary>
    public async Task FillAsync(string text)
    {
        if (_writing is not null)
            await _writing.InvokeVoidAsync("fill", text);
    }

    /// <summary>The beginning of a command as it stands in the box; empty for anything else.</summary>
    [JSInvokable]
    public async Task Typed(string text)
    {
        _typed = text;
        _problem = null;
        var suggestions = await Completion.ForAsync(text, Visit.Person, Visit.Channel, CancellationToken.None);
        if (_typed != text)
            return; // typed on meanwhile
        _suggestions = suggestions;
        // While the name is typed the first one is taken by Enter; later Enter sends, unless one is picked.
        _active = suggestions.Count > 0 && suggestions[0].Label.StartsWith(Conversation.Prefix, StringComparison.Ordinal) ? 0 : -1;
        StateHasChanged();
    }

    /// <summary>A key while suggestions are open; the text to put in the box, if any.</summary>
    [JSInvokable]
    public string? Key(string key)
    {
        var choosable = Enumerable.Range(0, _suggestions.Count).Where(i => _suggestions[i].Text is not null).ToList();
        string? chosen = null;
        switch (key)
        {
            case "ArrowDown" when choosable.Count > 0:
                _active = choosable.Find(i => i > _active) is var next && next > _active ? next : choosable[0];
                break;
            case "ArrowUp" when choosable.Count > 0:
                _active = choosable.FindLast(i => i < _active) is var above && choosable.Contains(above) && above < _active ? above : choosable[^1];
                break;
            case "Tab" when choosable.Count > 0:
                chosen = _suggestions[_active >= 0 ? _active : choosable[0]].Text;
                break;
            default:
                (_suggestions, _active) = ([], -1);
                break;
        }

        StateHasChanged();
        return chosen;
    }

    /// <summary>Enter while suggestions are open: the text to put in the box, or null to send what stands there.</summary>
    [JSInvokable]
    public string? Enter(string text) =>
        text == _typed && _active >= 0 && _active < _suggestions.Count && _suggestions[_active].Text is { } chosen && chosen != text ? chosen : null;

    /// <summary>Sends what stands in the box; null when it went, else why not, and the box keeps it.</summary>
    [JSInvokable]
    public string? Send(string text)
    {
        (_suggestions, _active, _typed) = ([], -1, "");
        if (text.StartsWith(Conversation.Prefix, StringComparison.Ordinal) && text.Length > Conversation.Prefix.Length)
        {
            _problem = text.Length > Limits.Text ? $"A command takes at most {Limits.Text:N0} characters; this has {text.Length:N0}." : null;
            if (_problem is null)
                _ = Page.RunAsync(text);
        }
        else
        {
            var nothing = string.IsNullOrWhiteSpace(text) && _files.Count == 0;
            _problem = nothing ? null : Conversation.Say(Visit.Person, Visit.Channel, text, [.. _files]);
            if (_problem is null)
                _files.Clear();
        }

        StateHasChanged();
        return _problem;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _self?.Dispose();
        try
        {
            if (_writing is not null)
                await _writing.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser went first.
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_writing is not null || _self is not null || Page.Script is not { } script)
            return;
        _self = DotNetObjectReference.Create(this);
        _writing = await script.InvokeAsync<IJSObjectReference>("writeIn", _box, _self, Completion.Longest);
    }

    private async Task SendTypedAsync()
    {
        if (_writing is not null)
            await _writing.InvokeVoidAsync("send");
    }

    private Task ChooseAsync(Suggestion suggestion) => suggestion.Text is { } text ? FillAsync(text) : Task.CompletedTask;

    private async Task AttachAsync()
    {
        var name = _fileName.Trim();
        _problem = name.Length == 0 ? "Give the file a name." : _files.Count >= Limits.Files ? $"A message takes at most {Limits.Files} files." : null;
        if (_problem is null)
            _files.Add(new AttachmentInfo(name.Length > Limits.FileName ? name[..Limits.FileName] : name, FileTypes.Of(name)));
        _fileName = "";
        if (Page.Script is { } script)
        {
            await script.InvokeVoidAsync("closeMenu", "attach");
            await script.InvokeVoidAsync("focus", "box");
        }
    }
}
