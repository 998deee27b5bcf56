using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using GuidanceBot.Discord.Access;
using GuidanceBot.Discord.Cards;
using GuidanceBot.Discord.Messages;
using GuidanceBot.Discord.Reading;
using GuidanceBot.Discord.Rest;

namespace GuidanceBot.Discord;

/// <summary>What the bot may do on Discord.</summary>
internal sealed class DiscordPlatform(
    DiscordRest rest, DiscordSelf self, DiscordOptions options, Poster poster, History history, ChannelRights channels, MemberRights members) : IChatPlatform
{
    // The message is not there (any more).
    private const int UnknownMessage = 10008;

    public string Name => DiscordNames.Platform;

    public PlatformAbilities Abilities { get; } = new() { RemovesOthersMessages = options.Screening };

    public Task<Posted> PostAsync(ChannelAddress channel, Card card, PostKey key, bool silent, CancellationToken cancellationToken) =>
        poster.PostAsync(channel, card, key, silent, cancellationToken);

    public Task<Outcome> RedrawAsync(MessageAddress card, Card now, CancellationToken cancellationToken) =>
        poster.RedrawAsync(card, now, cancellationToken);

    public async Task<Posted> TellAsync(MemberId member, Card card, PostKey key, CancellationToken cancellationToken)
    {
        var opened = await rest.AskAsync(Call.Post("users/@me/channels", new JsonObject { ["recipient_id"] = member.Member }) with { Repeatable = true }, cancellationToken);
        return opened.Ok && opened.Body.Text("id") is { } channel
            ? await poster.PostAsync(DiscordNames.Channel(null, channel), card, key, silent: false, cancellationToken)
            : new Posted(opened.Outcome);
    }

    public async Task<Outcome> RemoveAsync(MessageAddress message, string auditReason, CancellationToken cancellationToken)
    {
        var answer = await rest.AskAsync(Call.Delete($"channels/{message.Channel.Channel}/messages/{message.Message}") with { AuditReason = auditReason }, cancellationToken);
        return answer.Code == UnknownMessage ? Outcome.Done : answer.Outcome;
    }

    public Task<Found> ReadAsync(MessageAddress message, CancellationToken cancellationToken) => history.FindAsync(message, cancellationToken);

    public async IAsyncEnumerable<ChatMessage> ReadSinceAsync(ChannelAddress channel, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Our own posts are told from others' by our id.
        await self.KnownAsync(cancellationToken);
        await foreach (var message in history.ReadSinceAsync(channel, DiscordNames.Number(after), cancellationToken))
            yield return message;
    }

    public Task<IReadOnlyList<ChannelInfo>> ListChannelsAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        channels.ListAsync(community, cancellationToken);

    public async Task<IReadOnlyList<RoleInfo>> ListRolesAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        var roles = await rest.AskAsync(Call.Get($"guilds/{community.Community}/roles"), cancellationToken);
        // Everyone is no role to pick, and a bot's own role holds nobody but the bot.
        return [.. roles.Body.Each()
            .Where(r => r.Text("id") != community.Community && !r.Flag("managed"))
            .OrderByDescending(r => r.Number("position") ?? 0)
            .Select(r => new RoleInfo(r.Text("id") ?? "", r.Text("name") ?? ""))];
    }

    public Task<MemberInfo?> FindMemberAsync(MemberId member, CancellationToken cancellationToken) => members.FindAsync(member, cancellationToken);

    public Uri? LinkTo(MessageAddress message) =>
        new($"https://discord.com/channels/{message.Channel.Community}/{message.Channel.Channel}/{message.Message}");

    public string MarkAt(DateTimeOffset moment) => DiscordNames.FirstAt(moment);

    public DateTimeOffset? MomentOf(string message) => DiscordNames.Number(message) is > 0 and var id ? DiscordNames.MadeAt(id) : null;
}
