using GuidanceBot.Chat;
using GuidanceBot.Slack.Cards;

namespace GuidanceBot.Preview;

/// <summary>The Block Kit of a command's answer, as Slack would get it, to look at without a workspace: <c>/preview/slack?typed=takeaway 8</c>.</summary>
internal static class SlackPreview
{
    private static readonly ChannelAddress Here = new("playground", "playground", "general");

    // A member of the playground with no rights beyond everyone's.
    private static readonly MemberId Member = new("playground", "playground", "ana");

    public static void MapSlackPreview(this WebApplication app) =>
        app.MapGet("/preview/slack", async (string? typed, Inbox inbox, CancellationToken cancellationToken) =>
        {
            var reply = await inbox.RunTypedAsync(typed ?? "help", Here, Member, cancellationToken);
            return Results.Text(
                reply switch
                {
                    Reply.Show show => BlockKit.Json(show.Card),
                    Reply.Replace replace => BlockKit.Json(replace.Card),
                    Reply.Open open => Pages.Json(open.Form),
                    _ => "{}",
                },
                "application/json");
        });
}
