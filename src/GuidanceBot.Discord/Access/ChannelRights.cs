using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;

namespace GuidanceBot.Discord.Access;

/// <summary>Asks Discord, at the moment somebody wants to know, what channels there are and what the bot may do in each.</summary>
internal sealed class ChannelRights(DiscordRest rest, DiscordSelf self, DiscordOptions options)
{
    // Voice and stage channels have a chat of their own; announcements and forums are written in as well.
    private static readonly int[] WrittenIn = [0, 2, 5, 13, 15, 16];
    private static readonly int[] PostsOnly = [15, 16];

    private static readonly (Permissions Right, string Name)[] Named =
    [
        (Permissions.ViewChannel, "View Channel"),
        (Permissions.SendMessages, "Send Messages"),
        (Permissions.ReadMessageHistory, "Read Message History"),
        (Permissions.ManageMessages, "Manage Messages"),
    ];

    public async Task<IReadOnlyList<ChannelInfo>> ListAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        var guild = await rest.AskAsync(Call.Get($"guilds/{community.Community}"), cancellationToken);
        var member = await rest.AskAsync(Call.Get($"guilds/{community.Community}/members/{self.Bot}"), cancellationToken);
        var channels = await rest.AskAsync(Call.Get($"guilds/{community.Community}/channels"), cancellationToken);
        if (!guild.Ok || !member.Ok || !channels.Ok)
            return [];

        var id = DiscordNames.Number(community.Community);
        var roles = member.Body.Items("roles").Select(r => DiscordNames.Number(r.AsText())).ToHashSet();
        var inGuild = PermissionSums.InGuild(guild.Body.Items("roles"), id, guild.Body.Id("owner_id"), self.Bot, roles);
        return [.. channels.Body.Each()
            .Where(c => WrittenIn.Contains(c.Number("type") ?? -1))
            .OrderBy(c => c.Number("position") ?? 0)
            .Select(c => Describe(c, community, PermissionSums.InChannel(inGuild, c, id, self.Bot, roles)))];
    }

    /// <summary>Whether the bot may read what was written in a channel before.</summary>
    public async Task<bool> MayReadBackAsync(ChannelAddress channel, CancellationToken cancellationToken) =>
        channel.Community == DiscordNames.Direct || (await ListAsync(channel.In, cancellationToken)).FirstOrDefault(c => c.Address == channel) is not { BotMayRead: false };

    private ChannelInfo Describe(JsonElement channel, CommunityAddress community, Permissions rights)
    {
        var mayPost = rights.HasFlag(Permissions.ViewChannel | Permissions.SendMessages) && !PostsOnly.Contains(channel.Number("type") ?? 0);
        var mayRead = options.Screening && rights.HasFlag(Permissions.ViewChannel | Permissions.ReadMessageHistory);
        return new ChannelInfo(new ChannelAddress(DiscordNames.Platform, community.Community, channel.Text("id") ?? ""), channel.Text("name") ?? "")
        {
            Topic = channel.Text("topic") ?? "",
            BotMayPost = mayPost,
            BotMayRead = mayRead,
            Missing = Missing(rights),
        };
    }

    private string Missing(Permissions rights)
    {
        var wanted = options.Screening ? PermissionSums.Screening : PermissionSums.Answering;
        var missing = Named.Where(n => wanted.HasFlag(n.Right) && !rights.HasFlag(n.Right)).Select(n => n.Name).ToList();
        return missing.Count == 0 ? "" : $"Here I lack {string.Join(", ", missing)}. Give me {(missing.Count == 1 ? "it" : "them")} in the channel's settings, under Permissions.";
    }
}
