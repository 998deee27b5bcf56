using GuidanceBot.Chat;
using GuidanceBot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Discord.Tests;

/// <summary>Commands of every kind, to be used on the double.</summary>
internal sealed class SomeCommands
{
    private static readonly Form TwoPages = new()
    {
        Id = "twopages:1",
        Title = "Two pages",
        Intro = "It takes a minute.",
        Pages =
        [
            new FormPage("Where", [new PickField("where", "Where to", PickKind.Channel) { Several = true }, new TextField("name", "Name") { Required = true }]),
            new FormPage("How", [
                new ChoiceField("how", "How", [new Choice("a", "Quietly"), new Choice("b", "Loudly")]) { Initial = ["a"] },
                new ChoiceField("many", "Many", [.. Enumerable.Range(1, 15).Select(i => new Choice($"{i}", $"Number {i}"))]) { Several = true }]),
        ],
    };

    public static TaskCompletionSource Gate { get; set; } = new();

    public static FormSubmission? Submitted { get; set; }

    public static MessageMenuCall? Looked { get; set; }

    public static void Add(IServiceCollection services)
    {
        services.AddCommand<SomeCommands>(new CommandSpec { Name = "x-hello", Description = "Says hello", Anywhere = true, Options = [new OptionSpec("to", "Whom") { Required = true, Suggests = true }] }, (_, call, _) => Reply("Hello", call.Options.Text("to")));
        services.AddCommand<SomeCommands>(new CommandSpec { Name = "x-loud", Description = new LocalText("Says it to all") { Translations = new Dictionary<string, string> { ["fr"] = "Le dit à tous" } }, Answer = AnswerKind.Public }, (_, _, _) => Reply("To all"));
        services.AddCommand<SomeCommands>(new CommandSpec { Name = "x-slow", Description = "Takes its time" }, async (_, _, _) =>
        {
            await Gate.Task;
            return Chat.Reply.Of("At last");
        });
        services.AddCommand<SomeCommands>(new CommandSpec { Name = "x-admin", Description = "For admins", For = Audience.Admins }, (_, _, _) => Reply("Yes, admin"));
        services.AddCommand<SomeCommands>(new CommandSpec { Name = "x-form", Description = "Opens a form", Answer = AnswerKind.Form }, (_, _, _) => Task.FromResult<Reply>(new Reply.Open(TwoPages)));
        services.AddCommand<SomeCommands>(new CommandSpec { Name = "x-card", Description = "Shows a card", Answer = AnswerKind.Public }, (_, _, _) =>
            Task.FromResult(Chat.Reply.Of(Card.Of("A card").With(new CardButton("xpress:1", "Decide", ButtonStyle.Primary), new CardButton("xslow:1", "Decide slowly"), new CardButton("xmod:1", "Admins only")))));
        services.AddCommand<SomeCommands>(new CommandSpec { Name = "x-group add", Description = "Adds", Options = [new OptionSpec("n", "A number") { Kind = OptionKind.Number }] }, (_, call, _) => Reply("Added", $"{call.Options.Number("n")}"));
        services.AddCommand<SomeCommands>(new CommandSpec { Name = "x-group", Description = "Shows" }, (_, _, _) => Reply("Bare"));
        services.AddButton<SomeCommands>(new ButtonSpec("xpress", AnswerKind.Replace), (_, press, _) => Task.FromResult<Reply>(new Reply.Replace(Card.Of($"Decided on {press.Card?.Message.Length}"))));
        services.AddButton<SomeCommands>(new ButtonSpec("xslow", AnswerKind.Replace), async (_, _, _) =>
        {
            await Gate.Task;
            return new Reply.Replace(Card.Of("Decided slowly"));
        });
        services.AddButton<SomeCommands>(new ButtonSpec("xmod", AnswerKind.Replace) { For = Audience.Admins }, (_, _, _) => Reply("You may"));
        services.AddForm<SomeCommands>(new FormSpec("twopages"), (_, submission, _) =>
        {
            Submitted = submission;
            return Task.FromResult<Reply>(submission.Text("name") == "wrong"
                ? new Reply.Mend(new Dictionary<string, string> { ["name"] = "There is nobody of that name." })
                : new Reply.Show(Card.Of("Saved")));
        },
        (_, soFar, _) => Task.FromResult<IReadOnlyDictionary<string, string>>(soFar.Text("name") == "early"
            ? new Dictionary<string, string> { ["name"] = "That is too early.", ["how"] = "Nobody was asked that yet." }
            : []));
        services.AddMenuCommand<SomeCommands>(new MenuSpec("xlook", "Look closer"), (_, call, _) =>
        {
            Looked = call;
            return Reply("Looked");
        });
        services.AddSuggestions<SomeCommands>("x-hello", "to", (_, call, _) => Task.FromResult<IReadOnlyList<Choice>>([new Choice($"{call.Typed}1", $"{call.Typed} one")]));
    }

    private static Task<Reply> Reply(string title, params string[] text) => Task.FromResult(Chat.Reply.Of(title, text));
}
