using GuidanceBot.Chat;
using GuidanceBot.Slack.Cards;
using GuidanceBot.Slack.Events;
using GuidanceBot.Slack.Interactions;
using GuidanceBot.Slack.Platform;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack;

/// <summary>What the bot may do on Slack.</summary>
internal sealed class SlackPlatform(SlackApi api, OwnPosts posts, History history, Members members, Channels channels, Roles roles, SlackSelfHolder self) : IChatPlatform
{
    /// <summary>The platform's name in addresses.</summary>
    public const string PlatformName = "slack";

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public PlatformAbilities Abilities { get; } = new()
    {
        RemovesOthersMessages = api.CanRemove,
        Confirms = true,
        CommandPrefix = "/guidance ",
        CommandsInThreads = false,
    };

    /// <inheritdoc/>
    public Task<Posted> PostAsync(ChannelAddress channel, Card card, PostKey key, bool silent, CancellationToken cancellationToken) =>
        posts.PostAsync(channel, BlockKit.Preview(card), card, key, cancellationToken); // Slack notifies nobody of a message that mentions nobody

    /// <inheritdoc/>
    public async Task<Outcome> RedrawAsync(MessageAddress card, Card now, CancellationToken cancellationToken)
    {
        var answer = await api.UpdateAsync(card.Channel.Channel, card.Message, BlockKit.Preview(now), BlockKit.Message(now).ToJsonString(JsonWriting.Relaxed), cancellationToken);
        return answer.Outcome;
    }

    /// <inheritdoc/>
    public async Task<Posted> TellAsync(MemberId member, Card card, PostKey key, CancellationToken cancellationToken)
    {
        var opened = await api.OpenDirectAsync(member.Member, cancellationToken);
        if (!opened.Ok)
            return new Posted(opened.Outcome is Outcome.Gone or Outcome.NotPermitted ? Outcome.Unreachable : opened.Outcome);
        var channel = new ChannelAddress(member.Platform, member.Community, opened.Body.Text("channel", "id"));
        var preview = card.Preview is null ? Answering.PrivatePreview : BlockKit.Preview(card);
        return await posts.PostAsync(channel, preview, card, key, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Outcome> RemoveAsync(MessageAddress message, string auditReason, CancellationToken cancellationToken)
    {
        if (!api.CanRemove)
            return Outcome.Unsupported; // a bot token deletes the bot's own messages only
        var answer = await api.DeleteAsync(message.Channel.Channel, message.Message, cancellationToken);
        return answer.Error == "message_not_found" ? Outcome.Done : answer.Outcome;
    }

    /// <inheritdoc/>
    public Task<Found> ReadAsync(MessageAddress message, CancellationToken cancellationToken) => history.ReadAsync(message, cancellationToken);

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatMessage> ReadSinceAsync(ChannelAddress channel, string? after, CancellationToken cancellationToken) =>
        history.ReadSinceAsync(channel, after, cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<ChannelInfo>> ListChannelsAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        var listed = await channels.ListAsync(cancellationToken);
        return [.. listed.Select(c => new ChannelInfo(new ChannelAddress(community.Platform, community.Community, c.Id), c.Name)
        {
            Topic = c.Topic,
            BotMayPost = c.HasBot,
            BotMayRead = c.HasBot && self.Current?.Scopes?.Contains(c.IsPrivate ? "groups:history" : "channels:history") is not false,
            Missing = c.HasBot ? "" : $"Invite me: type /invite @GuidanceBot in #{c.Name}.",
        })];
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<RoleInfo>> ListRolesAsync(CommunityAddress community, CancellationToken cancellationToken) => roles.ListAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<MemberInfo?> FindMemberAsync(MemberId member, CancellationToken cancellationToken) => members.FindAsync(member, cancellationToken);

    /// <inheritdoc/>
    public Uri? LinkTo(MessageAddress message) =>
        self.Current is { } me && message.Message.Length > 0
            ? new Uri(me.Home, $"archives/{Uri.EscapeDataString(message.Channel.Channel)}/p{message.Message.Replace(".", "", StringComparison.Ordinal)}")
            : null;

    /// <inheritdoc/>
    public string MarkAt(DateTimeOffset moment) => Timestamps.At(moment);

    /// <inheritdoc/>
    public DateTimeOffset? MomentOf(string message) => Timestamps.Parse(message);
}
