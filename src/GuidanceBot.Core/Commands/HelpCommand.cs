using System.Globalization;
using GuidanceBot.Chat;
using GuidanceBot.Communities;

namespace GuidanceBot.Commands;

/// <summary><c>/help</c>, made from the catalog: what the caller may use here, a screen at a time.</summary>
internal sealed class HelpCommand(Catalog catalog, Rights rights, ChatPlatforms platforms)
{
    public static CommandSpec Spec { get; } = new()
    {
        Name = "help",
        Description = "What I can do, or how one command works",
        Options = [new OptionSpec("command", "The command you want to know more about") { Suggests = true }],
        Anywhere = true,
        Example = "help check",
    };

    public static ButtonSpec PageButton { get; } = new("help", AnswerKind.Replace);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var prefix = Prefix(call.Channel);
        var wanted = call.Options.Text("command").Trim().TrimStart('/');
        if (wanted.Length == 0)
            return Reply.Of(Page(await UsableAsync(call.Caller, cancellationToken), 0, call.Channel, call.Locale));

        var (command, _) = catalog.Split(wanted);
        return Reply.Of(command is null
            ? Answers.UnknownCommand(wanted, catalog.Nearest(wanted, await rights.OfAsync(call.Caller, cancellationToken)), prefix)
            : About(command, prefix, call.Locale));
    }

    public async Task<Reply> TurnAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        var start = int.TryParse(press.ButtonId.AsSpan(press.ButtonId.IndexOf(':') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var from) ? from : 0;
        var usable = await UsableAsync(press.Presser, cancellationToken);
        return new Reply.Replace(Page(usable, Math.Min(start, usable.Count - 1), press.Channel, press.Locale));
    }

    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken cancellationToken) =>
        [.. (await UsableAsync(call.Caller, cancellationToken)).Where(c => c.Name.Contains(call.Typed, StringComparison.OrdinalIgnoreCase)).Select(c => new Choice(c.Name, c.Name))];

    private async Task<List<CommandSpec>> UsableAsync(MemberId caller, CancellationToken cancellationToken)
    {
        var audience = await rights.OfAsync(caller, cancellationToken);
        return [.. catalog.Commands.Where(c => c.For <= audience)];
    }

    private Card Page(List<CommandSpec> commands, int start, ChannelAddress channel, CultureInfo locale)
    {
        const string Threads = "In threads use a message's menu; commands don't work there.";
        var (prefix, inThreads) = (Prefix(channel), platforms.Find(channel.Platform)?.Abilities.CommandsInThreads ?? true);
        var beside = 4 + (inThreads ? 0 : CardPages.Words(Threads));
        List<string> lines = [.. commands.Select(c => $"{prefix}{c.Name}: {c.Description.In(locale)}")];
        var count = CardPages.Fitting(lines, start, beside);
        var card = new Card { Title = "What I can do", Blocks = [new ListBlock(lines.GetRange(start, count))] };
        if (!inThreads)
            card = card.With(new NoteBlock(Threads));
        if (start > 0)
            card = card.With(new CardButton($"help:{CardPages.Previous(lines, start, beside)}", "Back"));
        if (start + count < lines.Count)
            card = card.With(new CardButton($"help:{start + count}", "More") { SpokenLabel = "More commands" });
        return card;
    }

    private static Card About(CommandSpec command, string prefix, CultureInfo locale)
    {
        var card = Card.Of($"{prefix}{command.Name}", command.Description.In(locale) + ".");
        if (command.Options.Count > 0)
            card = card.With(new ListBlock([.. command.Options.Select(o => $"{o.Name}{(o.Required ? "" : " (optional)")}: {o.Description.In(locale)}")]));
        if (command.Example.Length > 0)
            card = card.With(new TextBlock($"For example: {prefix}{command.Example}"));
        return card.With(new NoteBlock($"{(command.Answer is AnswerKind.Public ? "The channel sees the answer." : "Only you see the answer.")}{Who(command.For)}"));
    }

    private static string Who(Audience audience) => audience switch
    {
        Audience.Admins => " For admins.",
        Audience.Moderators => " For moderators.",
        _ => "",
    };

    private string Prefix(ChannelAddress channel) => platforms.Find(channel.Platform)?.Abilities.CommandPrefix ?? "/";
}
