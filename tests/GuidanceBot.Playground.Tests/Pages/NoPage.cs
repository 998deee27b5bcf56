using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Playground.Store;
using GuidanceBot.Playground.Visits;
using Microsoft.JSInterop;

namespace GuidanceBot.Playground.Tests.Pages;

/// <summary>A page around a part that needs nothing of it.</summary>
internal sealed class NoPage : IPage
{
    public Visit Visit => throw new NotSupportedException();

    public DateTimeOffset Now => throw new NotSupportedException();

    public IJSObjectReference? Script => null;

    public void Announce(string words)
    {
    }

    public void Refresh()
    {
    }

    public Task RunAsync(string typed) => Task.CompletedTask;

    public Task PressAsync(Entry entry, CardButton button) => Task.CompletedTask;

    public Task TakeAsync(MenuSpec menu, Entry entry) => Task.CompletedTask;

    public Task DismissAsync(Entry entry) => Task.CompletedTask;

    public Task ConfirmAsync(Confirm question, Func<Task> yes) => Task.CompletedTask;

    public Task SuggestAsync(string text) => Task.CompletedTask;
}
