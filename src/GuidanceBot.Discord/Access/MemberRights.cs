using GuidanceBot.Chat;
using GuidanceBot.Discord.Interactions;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;

namespace GuidanceBot.Discord.Access;

/// <summary>Who somebody is and what Discord lets them do, now.</summary>
internal sealed class MemberRights(DiscordRest rest, ActingMembers acting)
{
    public async Task<MemberInfo?> FindAsync(MemberId id, CancellationToken cancellationToken)
    {
        if (acting.Find(id) is { } known)
            return known;
        if (id.Community == DiscordNames.Direct)
            return null;

        var member = await rest.AskAsync(Call.Get($"guilds/{id.Community}/members/{id.Member}"), cancellationToken);
        if (!member.Ok)
            return null;
        var guild = await rest.AskAsync(Call.Get($"guilds/{id.Community}"), cancellationToken);
        var roles = member.Body.Items("roles").Select(r => r.AsText() ?? "").ToList();
        var permissions = PermissionSums.InGuild(
            guild.Body.Items("roles"), DiscordNames.Number(id.Community), guild.Body.Id("owner_id"), DiscordNames.Number(id.Member), roles.Select(DiscordNames.Number).ToHashSet());
        var user = member.Body.At("user") ?? default;
        return new MemberInfo(id, member.Body.Text("nick") ?? user.Text("global_name") ?? user.Text("username") ?? "")
        {
            ManagesCommunity = guild.Ok && permissions.ManageAll(),
            Roles = roles,
        };
    }
}
