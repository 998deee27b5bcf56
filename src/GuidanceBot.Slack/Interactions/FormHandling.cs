using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Interactions;

/// <summary>Forms sent off. Here alone the acknowledgement waits for the core, since it carries the answer; two seconds at most, then the form shows that it takes a moment.</summary>
internal sealed class FormHandling(Inbox inbox, Catalog catalog, Answering answering, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Runs the form and acknowledges it.</summary>
    public async Task SubmittedAsync(JsonElement payload, Acknowledge acknowledge, CancellationToken cancellationToken)
    {
        var view = payload.At("view");
        var page = Happening.Of(payload);
        var at = page.At(Origin.Parse(view.Text("private_metadata")));
        var (id, answers) = (view.Text("callback_id"), FormAnswers.Read(view));
        var kind = KindOf(id);
        var run = Task.Run(() => RunAsync(id, answers, at, cancellationToken), cancellationToken); // apart, so that the clock ticks even while it thinks
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await Task.WhenAny(run, Task.Delay(Patience, clock, enough.Token));
        await enough.CancelAsync();

        if (!run.IsCompleted)
        {
            await acknowledge(Bytes(FormReplies.OneMoment(at)), cancellationToken);
            await LateAsync(await run, kind, at, page with { Card = null }, view, cancellationToken);
            return;
        }

        var reply = await run;
        var answer = FormReplies.Of(reply, kind, at, view);
        await acknowledge(answer is null ? default : Bytes(answer), cancellationToken);
        if (answer is null)
            await answering.AnswerAsync(reply, kind, at with { OnPage = false }, cancellationToken);
    }

    private async Task LateAsync(Reply reply, AnswerKind kind, Happening at, Happening page, JsonElement view, CancellationToken cancellationToken)
    {
        var elsewhere = FormReplies.Of(reply, kind, at, view) is null;
        if (elsewhere)
            await answering.AnswerAsync(reply, kind, at with { OnPage = false }, cancellationToken);
        var shown = reply switch
        {
            _ when elsewhere => Card.Of("Done", "You can close this."),
            Reply.Show show => show.Card,
            Reply.Replace replace => replace.Card,
            Reply.Mend mend => Card.Of("Something is missing", [.. mend.Problems.Values]),
            _ => Card.Of("Please try once more", "Slack took longer than it allows. Nothing was changed."),
        };
        await answering.ReplaceAsync(shown, page, cancellationToken);
    }

    private Task<Reply> RunAsync(string formId, Dictionary<string, IReadOnlyList<string>> values, Happening at, CancellationToken cancellationToken)
    {
        if (CommandForm.CommandOf(formId) is not { } name)
            return inbox.SubmitAsync(new FormSubmission(formId, values, at.Channel, at.Who), cancellationToken);

        var options = CommandForm.Options(values);
        return catalog.FindCommand(name) is { } command && TypedOptions.Problem(command, options) is { } problem
            ? Task.FromResult<Reply>(new Reply.Mend(new Dictionary<string, string> { [Field(command, problem)] = problem }))
            : inbox.RunAsync(new CommandCall(name, new CommandOptions(options), at.Channel, at.Who), cancellationToken);
    }

    private AnswerKind KindOf(string formId) =>
        (CommandForm.CommandOf(formId) is { } name ? catalog.FindCommand(name)?.Answer : catalog.FindForm(formId)?.Answer) ?? AnswerKind.Private;

    private static string Field(CommandSpec command, string problem) =>
        command.Options.FirstOrDefault(o => problem.StartsWith(o.Name, StringComparison.Ordinal))?.Name ?? command.Options[0].Name;

    private static byte[] Bytes(JsonObject answer) => Encoding.UTF8.GetBytes(answer.ToJsonString(JsonWriting.Relaxed));
}
