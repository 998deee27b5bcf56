using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Communities;

/// <summary>What a member may do here, asked of the platform at the moment they act.</summary>
public sealed class Rights(ChatPlatforms platforms, CommunityBook communities)
{
    /// <summary>Whether the member belongs to the audience now.</summary>
    public async Task<bool> AllowsAsync(MemberId member, Audience audience, CancellationToken cancellationToken) =>
        audience is Audience.Everyone || await OfAsync(member, cancellationToken) >= audience;

    /// <summary>The widest audience the member belongs to now; <see cref="Audience.Everyone"/> for strangers.</summary>
    public async Task<Audience> OfAsync(MemberId member, CancellationToken cancellationToken)
    {
        var who = platforms.Find(member.Platform) is { } platform ? await platform.FindMemberAsync(member, cancellationToken) : null;
        if (who is null)
            return Audience.Everyone;

        var settings = await communities.OfAsync(member.In, cancellationToken);
        if (who.ManagesCommunity || who.Roles.Any(settings.AdminRoles.Contains))
            return Audience.Admins;
        return who.Roles.Any(settings.ModeratorRoles.Contains) ? Audience.Moderators : Audience.Everyone;
    }
}
