using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Store;
using GuidanceBot.Playground.Visits;
using Microsoft.AspNetCore.Components;

namespace GuidanceBot.Playground.Pages;

// Asking the bot: commands, presses and forms, and what opens while one asks.
public sealed partial class ChatPage
{
    private OpenForm? _form;
    private OpenConfirm? _confirm;
    private string? _trouble;
    private int _waiting;

    [Inject] private Conversation Conversation { get; set; } = null!; // Blazor fills what is injected before first use
    [Inject] private PrivateAnswers Answers { get; set; } = null!;

    Task IPage.RunAsync(string typed) => AskAsync((who, where) => Conversation.RunAsync(who, where, typed, _gone.Token), null);

    Task IPage.TakeAsync(MenuSpec menu, Entry entry) => AskAsync((who, _) => Conversation.TakeAsync(who, menu, entry, _gone.Token), null);

    Task IPage.PressAsync(Entry entry, CardButton button)
    {
        Task Press() => AskAsync((who, _) => Conversation.PressAsync(who, entry, button, _gone.Token), entry);
        return button.Confirm is { } confirm ? ConfirmAsync(confirm, Press) : Press();
    }

    Task IPage.ConfirmAsync(Confirm question, Func<Task> yes) => ConfirmAsync(question, yes);

    Task IPage.DismissAsync(Entry entry)
    {
        Answers.Dismiss(Visit.Person.Id, entry);
        return FocusBox();
    }

    Task IPage.SuggestAsync(string text) => _composer?.FillAsync(text) ?? Task.CompletedTask;

    private Task ConfirmAsync(Confirm question, Func<Task> yes)
    {
        _confirm = new OpenConfirm(question, yes);
        StateHasChanged();
        return Task.CompletedTask;
    }

    // What the bot is asked runs beside the page, which stays alive meanwhile; a form it opens comes up when it is there.
    private async Task AskAsync(Func<Person, string, Task<Form?>> ask, Entry? from)
    {
        var (who, where) = (Visit.Person, Visit.Channel); // whoever looks at the page when the answer comes
        _waiting++;
        StateHasChanged();
        try
        {
            // Off the page's own thread, so that the page never waits for an answer.
            if (await Task.Run(() => ask(who, where), _gone.Token) is { } form)
                _form = new OpenForm(form, who, where, from);
        }
        catch (OperationCanceledException)
        {
            return;
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            _trouble = "The answer could not be saved (the disk may be full). Please try again.";
        }
        finally
        {
            _waiting--;
        }

        StateHasChanged();
    }

    private Task<IReadOnlyDictionary<string, string>> CheckAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> soFar) =>
        _form is { } open ? Conversation.CheckAsync(open.Person, open.Channel, open.Form, soFar, _gone.Token) : Task.FromResult<IReadOnlyDictionary<string, string>>(new Dictionary<string, string>());

    private async Task<IReadOnlyDictionary<string, string>> SubmitAsync(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        if (_form is not { } open)
            return new Dictionary<string, string>();
        var (problems, next) = await Conversation.SubmitAsync(open.Person, open.Channel, open.Form, values, open.From, _gone.Token);
        if (problems.Count == 0)
            _form = next is null ? null : open with { Form = next };
        StateHasChanged();
        return problems;
    }

    private sealed record OpenForm(Form Form, Person Person, string Channel, Entry? From);

    private sealed record OpenConfirm(Confirm Confirm, Func<Task> Yes);
}
