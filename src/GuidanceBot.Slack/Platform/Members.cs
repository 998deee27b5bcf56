using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Platform;

/// <summary>Who people are and what they may do, asked of Slack when they act.</summary>
internal sealed class Members(SlackApi api, Roles roles)
{
    /// <summary>The member; null where Slack knows none of that id, or where they have left.</summary>
    /// <exception cref="HttpRequestException">Slack did not answer.</exception>
    public async Task<MemberInfo?> FindAsync(MemberId member, CancellationToken cancellationToken)
    {
        // Both at once, since a form that waits for this has three seconds to open.
        var asked = roles.OfAsync(member.Member, cancellationToken);
        var answer = await api.UserInfoAsync(member.Member, cancellationToken);
        var has = await asked;
        if (!answer.Ok && answer.Outcome is Outcome.Failed)
            throw new HttpRequestException($"Slack did not say who a member is ({answer.Error}).");

        var user = answer.Body.At("user");
        if (!answer.Ok || user.Flag("deleted") || user.Flag("is_bot") || IsForeign(user, member.Community))
            return null;
        return new MemberInfo(member, Name(user))
        {
            ManagesCommunity = user.Flag("is_admin") || user.Flag("is_owner") || user.Flag("is_primary_owner"),
            Roles = has,
        };
    }

    // A guest from another workspace, in a shared channel, has no rights here whatever they have at home.
    private static bool IsForeign(JsonElement user, string community) =>
        user.Flag("is_stranger") || (user.Text("team_id") is { Length: > 0 } team && team != community && user.Text("enterprise_user", "enterprise_id").Length == 0);

    private static string Name(JsonElement user) =>
        user.Text("profile", "display_name") is { Length: > 0 } shown ? shown
        : user.Text("real_name") is { Length: > 0 } real ? real
        : user.Text("name");
}
