using GuidanceBot.Chat;

namespace GuidanceBot.Commands;

internal sealed record CommandEntry(CommandSpec Spec, Func<IServiceProvider, CommandCall, CancellationToken, Task<Reply>> Run);

internal sealed record ButtonEntry(ButtonSpec Spec, Func<IServiceProvider, ButtonPress, CancellationToken, Task<Reply>> Press);

internal sealed record FormEntry(FormSpec Spec, Func<IServiceProvider, FormSubmission, CancellationToken, Task<Reply>> Submit)
{
    /// <summary>Looks at answers before all are given; null where a form says what is wrong only when it is sent off.</summary>
    public Func<IServiceProvider, FormSubmission, CancellationToken, Task<IReadOnlyDictionary<string, string>>>? Check { get; init; }
}

internal sealed record MenuEntry(MenuSpec Spec, Func<IServiceProvider, MessageMenuCall, CancellationToken, Task<Reply>> Run);

internal sealed record SuggestionEntry(string Command, string Option, Func<IServiceProvider, SuggestCall, CancellationToken, Task<IReadOnlyList<Choice>>> Suggest);
