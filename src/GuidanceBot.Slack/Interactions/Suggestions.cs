using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Cards;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Interactions;

/// <summary>Offers answers while somebody types into a command's form. Slack waits three seconds for them, in the acknowledgement.</summary>
internal sealed class Suggestions(Inbox inbox, TimeProvider clock)
{
    private const int LongestLabel = 75, LongestValue = 150;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Acknowledges with what fits.</summary>
    public async Task OfferAsync(JsonElement payload, Acknowledge acknowledge, CancellationToken cancellationToken)
    {
        var typed = payload.Text("value").Trim();
        var offered = CommandForm.CommandOf(payload.At("view").Text("callback_id")) is { } command
            ? await FittingAsync(new SuggestCall(command, payload.Text("block_id"), typed, Happening.Of(payload).Channel, Happening.Of(payload).Who), cancellationToken)
            : [];
        var options = new JsonArray([.. offered.Select(o => (JsonNode)new JsonObject { ["text"] = BlockKit.Plain(o.Label, LongestLabel), ["value"] = o.Value })]);
        await acknowledge(Encoding.UTF8.GetBytes(new JsonObject { ["options"] = options }.ToJsonString(JsonWriting.Relaxed)), cancellationToken);
    }

    // What was typed can always be sent as it is: the command then says how to mend it, which no empty list does.
    private async Task<IReadOnlyList<Choice>> FittingAsync(SuggestCall call, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        IReadOnlyList<Choice> found = [];
        try
        {
            found = await inbox.SuggestAsync(call, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Too late for this letter; the next one asks again.
        }

        List<Choice> fitting = [.. found.Where(c => c.Value.Length is > 0 and <= LongestValue)];
        if (fitting.Count == 0 && call.Typed.Length is > 0 and <= LongestValue)
            fitting.Add(new Choice(call.Typed, call.Typed));
        return fitting;
    }
}
