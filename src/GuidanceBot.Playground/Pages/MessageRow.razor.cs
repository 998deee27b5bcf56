using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Store;
using GuidanceBot.Playground.Visits;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace GuidanceBot.Playground.Pages;

/// <summary>One message, with what can be done about it.</summary>
public sealed partial class MessageRow
{
    private static readonly Confirm DeleteQuestion = new("Delete this message? It disappears for everyone.", "Delete it", "Keep it");

    private bool _editing;
    private string _text = "";
    private string? _problem;
    private string? _focusNext;

    [CascadingParameter] private IPage Page { get; set; } = null!; // the page always surrounds it
    [Inject] private Conversation Conversation { get; set; } = null!;
    [Inject] private Catalog Catalog { get; set; } = null!;

    /// <summary>The message.</summary>
    [Parameter, EditorRequired] public Entry Entry { get; set; } = null!;

    /// <summary>Whether it continues what the same person wrote just above.</summary>
    [Parameter] public bool Follows { get; set; }

    /// <summary>Whether a link pointed to it.</summary>
    [Parameter] public bool Highlighted { get; set; }

    private Visit Visit => Page.Visit;

    private bool IsOwn => Entry.Author == Visit.Person.Id;

    private IEnumerable<MenuSpec> Menu => Cast.DirectPartner(Entry.Channel) is null ? Catalog.Menu : [];

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusNext is { } id && Page.Script is { } script)
        {
            _focusNext = null;
            await script.InvokeVoidAsync("focus", id);
        }
    }

    private void StartEditing()
    {
        (_editing, _text, _problem) = (true, Entry.Text, null);
        _focusNext = $"edit-{Entry.Id}";
    }

    private void Save()
    {
        _problem = Conversation.Edit(Visit.Person, Entry, _text);
        if (_problem is null)
            StopEditing();
    }

    private void StopEditing()
    {
        _editing = false;
        _focusNext = $"more-{Entry.Id}";
    }

    private void EditKey(KeyboardEventArgs key)
    {
        if (key.Key == "Escape")
            StopEditing();
    }

    private Task AskToDelete() => Page.ConfirmAsync(DeleteQuestion, () =>
    {
        _problem = Conversation.Delete(Visit.Person, Entry);
        Page.Announce(_problem ?? "Deleted.");
        return Task.CompletedTask;
    });

    private async Task CopyAsync()
    {
        if (Page.Script is not { } script)
            return;
        try
        {
            await script.InvokeVoidAsync("copyLink", Links.To(Entry.Channel, Entry.Id));
            Page.Announce("Link copied.");
        }
        catch (JSException)
        {
            // Browsers refuse the clipboard on pages that are not secure.
            Page.Announce("The browser did not let the link be copied.");
        }

        Page.Refresh();
    }
}
