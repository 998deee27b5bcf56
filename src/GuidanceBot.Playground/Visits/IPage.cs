using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Playground.Store;
using Microsoft.JSInterop;

namespace GuidanceBot.Playground.Visits;

/// <summary>What the page's parts ask of the page as a whole.</summary>
internal interface IPage
{
    Visit Visit { get; }

    DateTimeOffset Now { get; }

    /// <summary>The page's own script; null until it has arrived.</summary>
    IJSObjectReference? Script { get; }

    /// <summary>Says something to a screen reader, politely.</summary>
    void Announce(string words);

    Task RunAsync(string typed);

    Task PressAsync(Entry entry, CardButton button);

    Task TakeAsync(MenuSpec menu, Entry entry);

    Task DismissAsync(Entry entry);

    /// <summary>Asks before something that cannot be taken back.</summary>
    Task ConfirmAsync(Confirm question, Func<Task> yes);

    /// <summary>Reads again what is to be seen, and draws it.</summary>
    void Refresh();

    /// <summary>Puts words into the box, for the person to send or change.</summary>
    Task SuggestAsync(string text);
}
