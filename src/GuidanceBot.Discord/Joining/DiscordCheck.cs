using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Discord.Access;
using GuidanceBot.Discord.Gateway;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Discord.Joining;

/// <summary>The doctor's questions to Discord: token, intents, rights, channels.</summary>
public static class DiscordCheck
{
    // Switched on in the developer portal: for any bot, or for one in few communities.
    private const int MayReadContent = (1 << 18) | (1 << 19);
    private const int MostCommunities = 20;

    /// <summary>What was found, each as one sentence, and whether it needs mending. The picked channels are looked at one by one.</summary>
    public static async Task<IReadOnlyList<(bool Mend, string Line)>> RunAsync(DiscordOptions options, IReadOnlyList<PickedChannel> picked, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var rest = new DiscordRest(options, clock, NullLogger<DiscordRest>.Instance);
        var me = await rest.AskAsync(Call.Get("users/@me"), cancellationToken);
        if (rest.TokenRefused)
            return [(true, CloseCodes.TokenRefused)];
        if (!me.Ok)
            return [(true, $"{options.ApiBase} does not answer. Check this machine's way to the internet, or Discord:ApiBase.")];

        var found = new List<(bool, string)> { (false, $"the token is accepted, the bot is {me.Body.Text("username")}.") };
        var application = await rest.AskAsync(Call.Get("applications/@me"), cancellationToken);
        if (options.ApplicationId is { } set && application.Ok && application.Body.Text("id") != set)
            found.Add((true, $"Discord:ApplicationId is {set}, but the token belongs to {application.Body.Text("id")}. Correct it, or remove it."));
        if (options.Screening)
        {
            found.Add(((application.Body.Number("flags") ?? 0) & MayReadContent) != 0
                ? (false, "Message Content is switched on, so messages can be screened.")
                : (true, "Message Content is off, so nothing is screened. Switch it on in the developer portal (Bot, Privileged Gateway Intents), or set Screening:Enabled to false."));
        }

        var self = new DiscordSelf();
        self.Became(me.Body.Id("id"), application.Body.Text("id") ?? "");
        var communities = await rest.AskAsync(Call.Get("users/@me/guilds"), cancellationToken);
        if (communities.Ok && !communities.Body.Each().Any())
            found.Add((true, "the bot is in no community yet. Open the install link of guidancebot manifest discord."));
        foreach (var community in communities.Body.Each().Take(MostCommunities))
            found.AddRange(await LookAtAsync(community, picked, new ChannelRights(rest, self, options), options, cancellationToken));
        return found;
    }

    private static async Task<IReadOnlyList<(bool Mend, string Line)>> LookAtAsync(JsonElement community, IReadOnlyList<PickedChannel> picked, ChannelRights rights, DiscordOptions options, CancellationToken cancellationToken)
    {
        var name = community.Text("name");
        var wanted = options.Screening ? PermissionSums.Screening : PermissionSums.Answering;
        var lacks = wanted & ~PermissionSums.Read(community, "permissions");
        if (lacks is not Permissions.None && !PermissionSums.Read(community, "permissions").HasFlag(Permissions.Administrator))
            return [(true, $"in {name} the bot lacks {lacks}. Open the install link of guidancebot manifest discord again.")];

        var channels = await rights.ListAsync(new CommunityAddress(DiscordNames.Platform, community.Text("id") ?? ""), cancellationToken);
        return
        [
            (false, $"in {name} the bot can post in {channels.Count(c => c.BotMayPost)} and read {channels.Count(c => c.BotMayRead)} of {channels.Count} channels."),
            .. picked.Where(p => p.Address.Community == community.Text("id")).Select(p => LookAt(p, channels.FirstOrDefault(c => c.Address == p.Address), $"{name}", options)),
        ];
    }

    private static (bool Mend, string Line) LookAt(PickedChannel picked, ChannelInfo? channel, string community, DiscordOptions options)
    {
        var work = (picked.Reads && options.Screening, picked.Posts) switch
        {
            (true, true) => "read and post in",
            (true, false) => "read",
            _ => "post in",
        };
        if (channel is null)
            return (true, $"a channel that the bot should {work} is no longer in {community}, or hidden from the bot. Pick another with /setup.");
        var isOff = (picked.Reads && options.Screening && !channel.BotMayRead) || (picked.Posts && !channel.BotMayPost) || channel.Missing.Length > 0;
        return (isOff, isOff
            ? $"in {community} the bot should {work} #{channel.Name}. {channel.Missing}".TrimEnd()
            : $"in {community} the bot may {work} #{channel.Name}, as picked.");
    }
}
