using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Discord.Cards;
using GuidanceBot.Discord.Messages;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Discord.Interactions;

/// <summary>Answers interactions: hands them to the core, and replies in the way and within the times that Discord sets.</summary>
internal sealed partial class InteractionHandler(
    DiscordRest rest, Inbox inbox, Catalog catalog, ChannelMap channels, ActingMembers acting, FormDrafts drafts, TimeProvider clock, ILogger<InteractionHandler> logger)
{
    // Discord waits three seconds for the first reply. An answer that is there by then needs no placeholder.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.5);

    // A form, or a list of suggestions, can only be the first reply: whoever makes it has a little longer.
    private static readonly TimeSpan FirstReplyOnly = TimeSpan.FromSeconds(2.3);

    // The token is good for 15 minutes; a word must still fit in.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(14);

    /// <summary>Answers one interaction. Never throws but for cancellation.</summary>
    public async Task HandleAsync(JsonElement json, CancellationToken cancellationToken)
    {
        if (Interaction.Read(json) is not { } interaction)
            return;

        using var who = acting.Enter(interaction.Acting);
        try
        {
            await (interaction.Kind switch
            {
                InteractionKind.Command => CommandAsync(interaction, cancellationToken),
                InteractionKind.Press => PressAsync(interaction, cancellationToken),
                InteractionKind.Form => SubmitAsync(interaction, cancellationToken),
                _ => SuggestAsync(interaction, cancellationToken),
            });
        }
        catch (Exception odd) when (odd is JsonException or InvalidOperationException or FormatException)
        {
            Log.Unreadable(logger, interaction.Kind, odd.GetType().Name);
        }
    }

    private Task CommandAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        if (interaction.Data.Text("target_id") is not null)
            return MenuAsync(interaction, cancellationToken);

        var data = CommandData.Read(interaction.Data, catalog);
        var call = new CommandCall(data.Name, data.Options, interaction.Channel, interaction.Who) { Locale = interaction.Locale, IsDirect = interaction.IsDirect };
        return AnswerAsync(interaction, catalog.FindCommand(data.Name)?.Answer ?? AnswerKind.Private, token => inbox.RunAsync(call, token), cancellationToken);
    }

    private Task MenuAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var label = interaction.Data.Text("name");
        var menu = catalog.Menu.FirstOrDefault(m => Words.Cut(m.Label.English, 32) == label);
        if (menu is null || MenuTarget.Read(interaction, channels) is not { } target)
            return new Replies(rest, interaction).ShowAsync(Card.Of("This is from an older version", "Please try again in a minute."), isPrivate: true, cancellationToken);

        var call = new MessageMenuCall(menu.Name, target, interaction.Channel, interaction.Who);
        return AnswerAsync(interaction, menu.Answer, token => inbox.RunMenuAsync(call, token), cancellationToken);
    }

    private Task PressAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var id = interaction.Data.Text("custom_id") ?? "";
        if (FormStep.TryParse(id) is { } step)
            return OpenPageAsync(interaction, step, cancellationToken);

        var press = new ButtonPress(id, interaction.Channel, interaction.Who, interaction.Card) { Locale = interaction.Locale };
        return AnswerAsync(interaction, catalog.FindButton(id)?.Answer ?? AnswerKind.Private, token => inbox.PressAsync(press, token), cancellationToken);
    }

    private Task OpenPageAsync(Interaction interaction, FormStep step, CancellationToken cancellationToken)
    {
        var replies = new Replies(rest, interaction);
        return drafts.Find(interaction.Who, step.Token) is { } draft && step.Page < draft.Form.Pages.Count
            ? replies.OpenAsync(Modal(draft, step.Page), cancellationToken)
            : replies.ReplaceAsync(InteractionCards.FormGone, isPrivate: true, cancellationToken);
    }

    private async Task SubmitAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var id = interaction.Data.Text("custom_id") ?? "";
        var given = FormValues.Read(interaction.Data);
        var step = FormStep.TryParse(id);
        var draft = drafts.Find(interaction.Who, step?.Token ?? FormDrafts.Tokened(id));
        if (step is not null && draft is null)
        {
            await new Replies(rest, interaction).ShowAsync(InteractionCards.FormGone, isPrivate: true, cancellationToken);
            return;
        }

        draft = draft is null ? null : drafts.Keep(interaction.Who, draft.Form, given);
        if (step is { } here && draft is not null && here.Page + 1 < draft.Form.Pages.Count)
        {
            await TurnAsync(interaction, draft, here.Page + 1, cancellationToken);
            return;
        }

        var formId = draft?.Form.Id ?? id;
        var submission = new FormSubmission(formId, draft?.Answers ?? given, interaction.Channel, interaction.Who);
        await AnswerAsync(interaction, catalog.FindForm(formId)?.Answer ?? AnswerKind.Private, token => inbox.SubmitAsync(submission, token), cancellationToken, draft);
    }

    // What is wrong is said now, and at the end only where looking takes longer than Discord waits.
    private async Task TurnAsync(Interaction interaction, FormDrafts.Draft draft, int next, CancellationToken cancellationToken)
    {
        var replies = new Replies(rest, interaction);
        var checking = inbox.CheckAsync(new FormSubmission(draft.Form.Id, draft.Answers, interaction.Channel, interaction.Who), cancellationToken);
        var card = await InTimeAsync(checking, FirstReplyOnly, cancellationToken) && await checking is { Count: > 0 } problems
            ? InteractionCards.Mend(draft, problems)
            : InteractionCards.Continue(draft, next);
        await (next == 1 ? replies.ShowAsync(card, isPrivate: true, cancellationToken) : replies.ReplaceAsync(card, isPrivate: true, cancellationToken));
    }

    private async Task SuggestAsync(Interaction interaction, CancellationToken cancellationToken)
    {
        var data = CommandData.Read(interaction.Data, catalog);
        var option = data.Typing ?? "";
        var call = new SuggestCall(data.Name, option, data.Values.GetValueOrDefault(option, ""), interaction.Channel, interaction.Who);
        var kind = catalog.FindCommand(data.Name)?.Options.FirstOrDefault(o => o.Name == option)?.Kind ?? OptionKind.Text;
        var suggesting = inbox.SuggestAsync(call, cancellationToken);
        var choices = await InTimeAsync(suggesting, FirstReplyOnly, cancellationToken) ? await suggesting : [];
        await new Replies(rest, interaction).SuggestAsync(new JsonArray([.. choices.Take(25).Select(c => CommandJson.Of(c, kind))]), cancellationToken);
    }

    private async Task AnswerAsync(Interaction interaction, AnswerKind kind, Func<CancellationToken, Task<Reply>> run, CancellationToken cancellationToken, FormDrafts.Draft? draft = null)
    {
        var replies = new Replies(rest, interaction);
        using var life = new CancellationTokenSource(Life, clock);
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, life.Token);
        var running = run(giveUp.Token);
        if (!await InTimeAsync(running, kind is AnswerKind.Form ? FirstReplyOnly : Grace, cancellationToken))
        {
            if (kind is AnswerKind.Form)
            {
                await giveUp.CancelAsync();
                await replies.ShowAsync(InteractionCards.TooLong, isPrivate: true, cancellationToken);
                return;
            }

            await replies.DeferAsync(kind, cancellationToken);
        }

        await SendAsync(interaction, replies, kind, await EndAsync(running), draft, cancellationToken);
    }

    private Task SendAsync(Interaction interaction, Replies replies, AnswerKind kind, Reply reply, FormDrafts.Draft? draft, CancellationToken cancellationToken)
    {
        var isPrivate = kind is not AnswerKind.Public;
        // A finished form is forgotten; one to be mended keeps its answers.
        if (draft is not null && reply is not Reply.Mend)
            drafts.Forget(interaction.Who, draft.Token);
        switch (reply)
        {
            case Reply.Replace replace:
                return replies.ReplaceAsync(replace.Card, isPrivate, cancellationToken);
            case Reply.Open open:
                var begun = drafts.Keep(interaction.Who, open.Form);
                return replies.IsFresh && interaction.Kind is not InteractionKind.Form
                    ? replies.OpenAsync(Modal(begun, 0), cancellationToken)
                    : replies.ShowAsync(InteractionCards.Begin(begun), isPrivate: true, cancellationToken);
            case Reply.Mend mend:
                return replies.ShowAsync(InteractionCards.Mend(draft, mend.Problems), isPrivate: true, cancellationToken);
            case Reply.Show show:
                return replies.ShowAsync(show.Card, isPrivate, cancellationToken);
            default:
                throw new NotSupportedException($"Discord has no way to show a {reply.GetType().Name}.");
        }
    }

    // A form of one page carries its own id, so that it survives our restart while somebody is typing.
    private static JsonObject Modal(FormDrafts.Draft draft, int page) =>
        FormJson.Modal(draft.Form, page, draft.Form.Pages.Count == 1 ? draft.Form.Id : new FormStep(false, page, draft.Token).ToString(), draft.Answers);

    private async Task<bool> InTimeAsync(Task work, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (work.IsCompleted)
            return true;
        using var waking = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(work, Task.Delay(patience, clock, waking.Token));
        await waking.CancelAsync();
        return first == work;
    }

    private static async Task<Reply> EndAsync(Task<Reply> running)
    {
        try
        {
            return await running;
        }
        catch (OperationCanceledException)
        {
            return new Reply.Show(InteractionCards.TooLong);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "An interaction ({Kind}) could not be answered: {Exception}.")]
        public static partial void Unreadable(ILogger logger, InteractionKind kind, string exception);
    }
}
