using System.Globalization;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Playground.Platform;

namespace GuidanceBot.Playground.Visits;

/// <summary>Completes what is typed into the box: the command's name first, then its options and their values.</summary>
internal sealed class Completion(Catalog catalog, Inbox inbox, Rights rights)
{
    /// <summary>Longer texts are no command in the making, and need not be sent while they are typed.</summary>
    public const int Longest = 300;

    public async Task<IReadOnlyList<Suggestion>> ForAsync(string typed, Person person, string channel, CancellationToken cancellationToken)
    {
        if (!typed.StartsWith(Conversation.Prefix, StringComparison.Ordinal) || typed.Length > Longest || typed.Contains('\n'))
            return [];

        var words = typed[Conversation.Prefix.Length..];
        var (command, tail) = catalog.Split(words);
        if (command is null || !words.AsSpan().TrimStart()[command.Name.Length..].StartsWith(" "))
            return Names(words, await rights.OfAsync(person.Member, cancellationToken));
        if (!await rights.AllowsAsync(person.Member, command.For, cancellationToken))
            return [];

        return await OptionsAsync(command, typed, tail, person, channel, cancellationToken);
    }

    private IReadOnlyList<Suggestion> Names(string words, Audience audience)
    {
        var wanted = words.Trim().ToLowerInvariant();
        var allowed = catalog.Commands.Where(c => c.For <= audience).ToList();
        var fitting = allowed.Where(c => c.Name.StartsWith(wanted, StringComparison.Ordinal)).OrderByDescending(c => c.Name == wanted).ToList();
        if (fitting.Count == 0 && wanted.Length > 0 && !wanted.Contains(' '))
            fitting = [.. catalog.Nearest(wanted, audience).Select(n => allowed.Find(c => c.Name == n)).OfType<CommandSpec>()];
        return [.. fitting.Select(c => new Suggestion(
            Conversation.Prefix + c.Name,
            c.Description.In(CultureInfo.CurrentUICulture),
            Conversation.Prefix + c.Name + (c.Options.Any(o => o.Required) ? " " : "")))];
    }

    // What the option being typed wants, the values it could have, and the options still to come.
    private async Task<IReadOnlyList<Suggestion>> OptionsAsync(CommandSpec command, string typed, string tail, Person person, string channel, CancellationToken cancellationToken)
    {
        if (command.Options.Count == 0)
            return [];

        var given = TypedOptions.Parse(command with { Options = [.. command.Options.Select(o => o with { Required = false, Choices = [] })] }, tail).Options;
        var (option, value, before) = Named(command, typed) ?? Positional(command, typed, given);
        if (option is null)
            return [];

        var name = command.Options.Count == 1 || before.EndsWith(':') ? "" : option.Name + ":";
        var values = await ValuesAsync(command, option, value, person, channel, cancellationToken);
        var later = command.Options.Where(o => o != option && !given.Has(o.Name));
        return
        [
            Explain(option, name.Length > 0 && value.Length == 0 ? before + name : null),
            .. values.Select(v => new Suggestion(v.Label, v.Label == v.Value ? "" : v.Value, before + name + v.Value + " ")),
            .. later.Select(o => Explain(o, typed.TrimEnd() + $" {o.Name}:")),
        ];
    }

    private static Suggestion Explain(OptionSpec option, string? text) =>
        new(option.Name, option.Description.In(CultureInfo.CurrentUICulture) + (option.Required ? "" : " (may be left out)"), text);

    // "/tips add zone:Eur" - the last option that was named, unless its one word is finished.
    private static (OptionSpec?, string Value, string Before)? Named(CommandSpec command, string typed)
    {
        var (option, at) = command.Options
            .Select(o => (Option: o, At: typed.LastIndexOf($" {o.Name}:", StringComparison.OrdinalIgnoreCase)))
            .MaxBy(named => named.At);
        if (at < 0)
            return null;
        var start = at + option.Name.Length + 2;
        return !typed[start..].Contains(' ') || IsFree(option) ? (option, typed[start..], typed[..start]) : null;
    }

    // "/takeaway fac" - the option the last word went to, or the first that is still missing.
    private static (OptionSpec?, string Value, string Before) Positional(CommandSpec command, string typed, CommandOptions given)
    {
        var byPlace = command.Options.Where(o => !o.NamedOnly).ToList();
        var last = byPlace.LastOrDefault(o => given.Has(o.Name));
        var finished = typed.EndsWith(' ');
        return last is not null && (!finished || (IsFree(last) && last == byPlace[^1]))
            ? (last, given.Text(last.Name), typed.TrimEnd()[..^given.Text(last.Name).Length])
            : (byPlace.FirstOrDefault(o => !given.Has(o.Name)) ?? command.Options.FirstOrDefault(o => !given.Has(o.Name)), "", typed);
    }

    private static bool IsFree(OptionSpec option) => option.Kind is OptionKind.Text && option.Choices.Count == 0 && !option.Suggests;

    private async Task<IReadOnlyList<Choice>> ValuesAsync(CommandSpec command, OptionSpec option, string typed, Person person, string channel, CancellationToken cancellationToken)
    {
        if (option.Suggests)
            return await inbox.SuggestAsync(new SuggestCall(command.Name, option.Name, typed, Cast.Channel(channel), person.Member), cancellationToken);

        var all = option.Kind is OptionKind.Channel
            ? Cast.Rooms.Where(person.Sees).Select(r => new Choice(r.Id, "#" + r.Id))
            : option.Choices;
        return [.. all.Where(c => c.Label.Contains(typed, StringComparison.CurrentCultureIgnoreCase) || c.Value.Contains(typed, StringComparison.OrdinalIgnoreCase))];
    }
}
