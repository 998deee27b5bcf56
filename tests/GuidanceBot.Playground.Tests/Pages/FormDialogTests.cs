using AngleSharp.Dom;
using Bunit;
using GuidanceBot.Chat;
using GuidanceBot.Playground.Pages;
using Xunit;

namespace GuidanceBot.Playground.Tests.Pages;

public sealed class FormDialogTests
{
    private static readonly Form Asked = new()
    {
        Id = "test:1",
        Title = "Two pages",
        Pages =
        [
            new FormPage("First", [new PickField("channels", "Channels", PickKind.Channel) { Several = true, Required = true }, new ChoiceField("how", "How", [new("a", "A"), new("b", "B")]) { Initial = ["a"] }]),
            new FormPage("Second", [new TextField("why", "Why") { Multiline = true, Required = true }, new TextField("zone", "Zone") { Initial = "Europe/London" }]),
        ],
    };

    private readonly List<IReadOnlyDictionary<string, IReadOnlyList<string>>> _sent = [];

    [Fact]
    public async Task What_is_missing_is_said_beside_its_question_and_nothing_is_sent()
    {
        await using var browser = Open(out var form);

        form.Find("form").Submit();

        Assert.Equal("This one is needed.", form.Find("#field-channels-problem").TextContent);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task All_pages_are_sent_together_with_what_stood_there_at_first()
    {
        await using var browser = Open(out var form);
        form.Find("input[value=general]").Change(true);
        form.Find("input[value=cases]").Change(true);
        form.Find("input[value=general]").Change(false);
        form.Find("input[value=b]").Change("b");
        form.Find("form").Submit();
        form.Find("#field-why").Change("Because");

        form.Find("form").Submit();

        var sent = Assert.Single(_sent);
        Assert.Equal(["cases"], sent["channels"]);
        Assert.Equal(["b"], sent["how"]);
        Assert.Equal(["Because"], sent["why"]);
        Assert.Equal(["Europe/London"], sent["zone"]);
    }

    [Fact]
    public async Task What_the_bot_finds_wrong_brings_back_the_page_it_is_on_and_keeps_the_answers()
    {
        await using var browser = Open(out var form, new Dictionary<string, string> { ["how"] = "B is taken." });
        form.Find("input[value=general]").Change(true);
        form.Find("form").Submit();
        form.Find("#field-why").Change("Because");

        form.Find("form").Submit();

        Assert.Equal("B is taken.", form.Find("#field-how-problem").TextContent);
        Assert.True(form.Find("input[value=general]").IsChecked());
    }

    [Fact]
    public async Task What_is_wrong_on_a_page_is_said_before_the_next_one_opens()
    {
        await using var browser = Open(out var form, turned: new Dictionary<string, string> { ["how"] = "B is taken." });
        form.Find("input[value=general]").Change(true);

        form.Find("form").Submit();

        Assert.Equal("B is taken.", form.Find("#field-how-problem").TextContent);
        Assert.Empty(form.FindAll("#field-why"));
    }

    private BunitContext Open(out IRenderedComponent<FormDialog> form, IReadOnlyDictionary<string, string>? problems = null, IReadOnlyDictionary<string, string>? turned = null)
    {
        var browser = new BunitContext();
        browser.JSInterop.Mode = JSRuntimeMode.Loose;
        form = browser.Render<FormDialog>(set => set
            .AddCascadingValue<GuidanceBot.Playground.Visits.IPage>(new NoPage())
            .Add(f => f.Form, Asked)
            .Add(f => f.OnTurn, _ => Task.FromResult(turned ?? new Dictionary<string, string>()))
            .Add(f => f.OnSubmit, answers =>
            {
                _sent.Add(answers);
                return Task.FromResult(problems ?? new Dictionary<string, string>());
            }));
        return browser;
    }
}
