using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Moderation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Chat;

/// <summary>The one door through which every platform hands in what happened. Checks rights, runs the room that answers, and is the one place where surprises end: logged once, answered kindly.</summary>
public sealed partial class Inbox(IServiceScopeFactory scopes, Catalog catalog, Rights rights, ChatPlatforms platforms, ILogger<Inbox> logger)
{
    /// <summary>Runs a command whose options were typed as text; an unknown one names the nearest, a wrong option says how to mend it.</summary>
    public Task<Reply> RunTypedAsync(string typed, ChannelAddress channel, MemberId caller, CancellationToken cancellationToken)
    {
        var (command, tail) = catalog.Split(typed);
        if (command is null)
            return UnknownAsync(typed, channel, caller, cancellationToken);

        var (options, problem) = TypedOptions.Parse(command, tail);
        return problem is null
            ? RunAsync(new CommandCall(command.Name, options, channel, caller), cancellationToken)
            : Task.FromResult<Reply>(new Reply.Show(Answers.WrongOption(problem, command, Prefix(channel))));
    }

    /// <summary>Runs a command.</summary>
    public Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        catalog.Command(call.Name) is { } command
            ? AnswerAsync(call.Caller, command.Spec.For, $"/{call.Name}", scope => command.Run(scope, call, cancellationToken), cancellationToken)
            : UnknownAsync(call.Name, call.Channel, call.Caller, cancellationToken);

    /// <summary>Runs a command of a message's menu.</summary>
    public Task<Reply> RunMenuAsync(MessageMenuCall call, CancellationToken cancellationToken) =>
        catalog.MenuCommand(call.Name) is { } command
            ? AnswerAsync(call.Caller, command.Spec.For, call.Name, scope => command.Run(scope, call, cancellationToken), cancellationToken)
            : Task.FromResult<Reply>(new Reply.Show(Answers.Outdated));

    /// <summary>Presses a button.</summary>
    public Task<Reply> PressAsync(ButtonPress press, CancellationToken cancellationToken) =>
        catalog.Button(press.ButtonId) is { } button
            ? AnswerAsync(press.Presser, button.Spec.For, button.Spec.Prefix, scope => button.Press(scope, press, cancellationToken), cancellationToken)
            : Task.FromResult<Reply>(new Reply.Show(Answers.Outdated));

    /// <summary>Sends off a form.</summary>
    public Task<Reply> SubmitAsync(FormSubmission submission, CancellationToken cancellationToken) =>
        catalog.Form(submission.FormId) is { } form
            ? AnswerAsync(submission.Submitter, form.Spec.For, form.Spec.Prefix, scope => form.Submit(scope, submission, cancellationToken), cancellationToken)
            : Task.FromResult<Reply>(new Reply.Show(Answers.Outdated));

    /// <summary>What is wrong with the answers given so far, by field, so that a form of several pages says it page by page; empty where nothing is, or nothing can be said yet.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(FormSubmission soFar, CancellationToken cancellationToken)
    {
        var none = new Dictionary<string, string>();
        if (catalog.Form(soFar.FormId) is not { Check: { } check } form)
            return none;

        try
        {
            if (!await rights.AllowsAsync(soFar.Submitter, form.Spec.For, cancellationToken))
                return none;
            await using var scope = scopes.CreateAsyncScope();
            // What was not asked yet cannot be wrong yet.
            return (await check(scope.ServiceProvider, soFar, cancellationToken)).Where(p => soFar.Values.ContainsKey(p.Key)).ToDictionary();
        }
        catch (Exception surprise) when (surprise is not OperationCanceledException)
        {
            Log.Failed(logger, form.Spec.Prefix, surprise.GetType().Name, surprise.StackTrace);
            return none;
        }
    }

    /// <summary>Suggests values for an option while somebody types; at most 25.</summary>
    public async Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken cancellationToken)
    {
        if (catalog.Suggestion(call.Command, call.Option) is not { } suggestion)
            return [];

        try
        {
            if (catalog.FindCommand(call.Command) is { } command && !await rights.AllowsAsync(call.Caller, command.For, cancellationToken))
                return [];
            await using var scope = scopes.CreateAsyncScope();
            var choices = await suggestion.Suggest(scope.ServiceProvider, call, cancellationToken);
            return choices.Count <= 25 ? choices : [.. choices.Take(25)];
        }
        catch (Exception surprise) when (surprise is not OperationCanceledException)
        {
            Log.Failed(logger, call.Command, surprise.GetType().Name, surprise.StackTrace);
            return [];
        }
    }

    /// <summary>Takes in a message, or a newer revision of one. Never throws but for cancellation: false means that it was not handled, so that the platform may hand it in again.</summary>
    public Task<bool> ReadAsync(ChatMessage message, CancellationToken cancellationToken) =>
        TakeInAsync("a message", scope => scope.GetRequiredService<MessageWatch>().ReadAsync(message, cancellationToken));

    /// <summary>Takes in that a message was deleted.</summary>
    public Task<bool> ForgetAsync(MessageAddress message, CancellationToken cancellationToken) =>
        TakeInAsync("a deletion", scope => scope.GetRequiredService<MessageWatch>().ForgetAsync(message, cancellationToken));

    /// <summary>Takes in that the bot was removed from a community: what was kept about it is forgotten.</summary>
    public Task<bool> LeftAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        TakeInAsync("a removal", scope => scope.GetRequiredService<CommunityBook>().ForgetAsync(community, cancellationToken));

    // Offers only what the caller may use.
    private Task<Reply> UnknownAsync(string typed, ChannelAddress channel, MemberId caller, CancellationToken cancellationToken) =>
        AnswerAsync(
            caller,
            Audience.Everyone,
            "an unknown command",
            async _ => new Reply.Show(Answers.UnknownCommand(typed, catalog.Nearest(typed, await rights.OfAsync(caller, cancellationToken)), Prefix(channel))),
            cancellationToken);

    private async Task<Reply> AnswerAsync(MemberId who, Audience audience, string what, Func<IServiceProvider, Task<Reply>> run, CancellationToken cancellationToken)
    {
        try
        {
            if (!await rights.AllowsAsync(who, audience, cancellationToken))
                return new Reply.Show(Answers.NotForYou(audience));

            await using var scope = scopes.CreateAsyncScope();
            return await run(scope.ServiceProvider);
        }
        catch (Exception surprise) when (surprise is not OperationCanceledException)
        {
            var code = Log.NewCode();
            Log.Surprised(logger, what, code, surprise.GetType().Name, surprise.StackTrace);
            return new Reply.Show(Answers.Surprised(code));
        }
    }

    private async Task<bool> TakeInAsync(string what, Func<IServiceProvider, Task> take)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await take(scope.ServiceProvider);
            return true;
        }
        catch (Exception surprise) when (surprise is not OperationCanceledException)
        {
            Log.Failed(logger, what, surprise.GetType().Name, surprise.StackTrace);
            return false;
        }
    }

    private string Prefix(ChannelAddress channel) => platforms.Find(channel.Platform)?.Abilities.CommandPrefix ?? "/";

    // An exception's message may quote what somebody wrote: only its type and where it rose are logged.
    private static partial class Log
    {
        public static string NewCode() => Guid.NewGuid().ToString("N")[..6];

        [LoggerMessage(1, LogLevel.Error, "{What} failed with {Exception} (code {Code}) at {StackTrace}")]
        public static partial void Surprised(ILogger logger, string what, string code, string exception, string? stackTrace);

        [LoggerMessage(2, LogLevel.Error, "Taking in {What} failed with {Exception} at {StackTrace}")]
        public static partial void Failed(ILogger logger, string what, string exception, string? stackTrace);
    }
}
