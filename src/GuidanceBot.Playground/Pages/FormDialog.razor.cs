using GuidanceBot.Chat;
using GuidanceBot.Playground.Visits;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace GuidanceBot.Playground.Pages;

/// <summary>A form, page by page. What is missing or wrong is said beside the question.</summary>
public sealed partial class FormDialog
{
    private readonly Dictionary<string, List<string>> _answers = [];
    private readonly Dictionary<string, string> _problems = [];
    private int _page;
    private bool _sending;
    private string? _focusNext;

    [CascadingParameter] private IPage Whole { get; set; } = null!; // the page always surrounds it

    /// <summary>The form.</summary>
    [Parameter, EditorRequired] public Form Form { get; set; } = null!;

    /// <summary>Sends the answers off; gives back what is wrong, by field.</summary>
    [Parameter, EditorRequired] public Func<IReadOnlyDictionary<string, IReadOnlyList<string>>, Task<IReadOnlyDictionary<string, string>>> OnSubmit { get; set; } = null!;

    /// <summary>Looks at the answers of the pages so far before the next is shown; gives back what is wrong, by field.</summary>
    [Parameter, EditorRequired] public Func<IReadOnlyDictionary<string, IReadOnlyList<string>>, Task<IReadOnlyDictionary<string, string>>> OnTurn { get; set; } = null!;

    /// <summary>Closed without sending.</summary>
    [Parameter] public EventCallback OnClose { get; set; }

    private FormPage Page => Form.Pages[_page];

    private bool IsLast => _page == Form.Pages.Count - 1;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        foreach (var field in Form.Fields)
        {
            _answers[field.Name] = field switch
            {
                TextField { Initial.Length: > 0 } text => [text.Initial],
                ChoiceField choice => [.. choice.Initial],
                PickField pick => [.. pick.Initial],
                _ => [],
            };
        }
    }

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusNext is { } id && Whole.Script is { } script)
        {
            _focusNext = null;
            await script.InvokeVoidAsync("focus", id);
        }
    }

    private void Back()
    {
        _page--;
        _focusNext = $"field-{Page.Fields[0].Name}";
    }

    private async Task SubmitAsync()
    {
        if (_sending)
            return;
        _problems.Clear();
        foreach (var field in Page.Fields.Where(f => f.Required && _answers[f.Name].All(string.IsNullOrWhiteSpace)))
            _problems[field.Name] = "This one is needed.";
        if (_problems.Count == 0)
            await SendAsync(IsLast ? OnSubmit : OnTurn);
        if (_problems.Count == 0 && !IsLast)
        {
            _page++;
            _focusNext = $"field-{Page.Fields[0].Name}";
            return;
        }

        ShowFirstProblem();
    }

    private async Task SendAsync(Func<IReadOnlyDictionary<string, IReadOnlyList<string>>, Task<IReadOnlyDictionary<string, string>>> send)
    {
        _sending = true;
        try
        {
            var wrong = await send(Form.Pages.Take(_page + 1).SelectMany(p => p.Fields).ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[.. _answers[f.Name]]));
            foreach (var (name, problem) in wrong)
                _problems[name] = problem;
        }
        finally
        {
            _sending = false;
        }
    }

    private void ShowFirstProblem()
    {
        if (Form.Fields.FirstOrDefault(f => _problems.ContainsKey(f.Name)) is not { } first)
            return;
        _page = Enumerable.Range(0, Form.Pages.Count).First(p => Form.Pages[p].Fields.Contains(first));
        _focusNext = $"field-{first.Name}";
    }
}
