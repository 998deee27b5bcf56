namespace GuidanceBot.Chat;

/// <summary>What the bot may do on a platform. Each adapter implements it once; every method answers with an <see cref="Outcome"/> rather than throw for what a platform may normally say.</summary>
public interface IChatPlatform
{
    /// <summary>The platform's name in addresses: lower case, stable for ever.</summary>
    string Name { get; }

    /// <summary>What the platform can and cannot do.</summary>
    PlatformAbilities Abilities { get; }

    /// <summary>Posts a card in a channel. The same key posts once, however often it is tried.</summary>
    Task<Posted> PostAsync(ChannelAddress channel, Card card, PostKey key, bool silent, CancellationToken cancellationToken);

    /// <summary>Puts another card in the place of one the bot posted.</summary>
    Task<Outcome> RedrawAsync(MessageAddress card, Card now, CancellationToken cancellationToken);

    /// <summary>Sends a member a direct message. The same key sends once. <see cref="Outcome.Unreachable"/> where the member takes none.</summary>
    Task<Posted> TellAsync(MemberId member, Card card, PostKey key, CancellationToken cancellationToken);

    /// <summary>Removes a message that somebody else wrote. The reason goes to the platform's audit log; it never quotes the message.</summary>
    Task<Outcome> RemoveAsync(MessageAddress message, string auditReason, CancellationToken cancellationToken);

    /// <summary>Reads a message as it stands now. For the eyes of who asked; never stored.</summary>
    Task<Found> ReadAsync(MessageAddress message, CancellationToken cancellationToken);

    /// <summary>What was written in a channel after a message (threads under it included), oldest first; the bot's own posts are left out. All that can be read where <paramref name="after"/> is null.</summary>
    IAsyncEnumerable<ChatMessage> ReadSinceAsync(ChannelAddress channel, string? after, CancellationToken cancellationToken);

    /// <summary>The channels of a community that the bot can see.</summary>
    Task<IReadOnlyList<ChannelInfo>> ListChannelsAsync(CommunityAddress community, CancellationToken cancellationToken);

    /// <summary>The roles, or user groups, of a community.</summary>
    Task<IReadOnlyList<RoleInfo>> ListRolesAsync(CommunityAddress community, CancellationToken cancellationToken);

    /// <summary>Who somebody is and what the platform lets them do, asked now; null where they are no member.</summary>
    Task<MemberInfo?> FindMemberAsync(MemberId member, CancellationToken cancellationToken);

    /// <summary>A link that opens a message in the platform's own app; null where there is none.</summary>
    Uri? LinkTo(MessageAddress message);

    /// <summary>What stands for a moment in the order of message ids, so that a channel can be read back from there before any message was handled; null where ids tell no time.</summary>
    string? MarkAt(DateTimeOffset moment);

    /// <summary>When the message with this id was written; null where ids tell no time.</summary>
    DateTimeOffset? MomentOf(string message);
}

/// <summary>Names one post for ever, so that trying again never doubles it: at most 25 characters, the shortest of the platforms' limits.</summary>
public readonly record struct PostKey
{
    /// <summary>The key's text.</summary>
    public string Value { get; }

    /// <exception cref="ArgumentException">The text is empty or longer than 25 characters.</exception>
    public PostKey(string value)
    {
        if (value.Length is 0 or > 25)
            throw new ArgumentException($"A post key has 1 to 25 characters, this one {value.Length}.", nameof(value));
        Value = value;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>What a platform can and cannot do. Cards say honestly what will happen.</summary>
public sealed record PlatformAbilities
{
    /// <summary>Whether the bot can remove what others wrote.</summary>
    public bool RemovesOthersMessages { get; init; }

    /// <summary>Whether a confirm question can be asked before a press counts; where not, the core asks with a card.</summary>
    public bool Confirms { get; init; }

    /// <summary>What precedes a command's name when typed, such as <c>/</c> or <c>/guidance </c>.</summary>
    public string CommandPrefix { get; init; } = "/";

    /// <summary>Whether commands work inside threads.</summary>
    public bool CommandsInThreads { get; init; } = true;
}

/// <summary>A channel people can pick.</summary>
public sealed record ChannelInfo(ChannelAddress Address, string Name)
{
    /// <summary>What the channel is for, as its members wrote it.</summary>
    public string Topic { get; init; } = "";

    /// <summary>Whether the bot may post there.</summary>
    public bool BotMayPost { get; init; } = true;

    /// <summary>Whether the bot may read what is written there.</summary>
    public bool BotMayRead { get; init; } = true;

    /// <summary>What is missing, in words an admin can act on; empty where nothing is.</summary>
    public string Missing { get; init; } = "";
}

/// <summary>A role, or user group.</summary>
public sealed record RoleInfo(string Id, string Name);

/// <summary>A member as the platform knows them now.</summary>
public sealed record MemberInfo(MemberId Id, string DisplayName)
{
    /// <summary>Whether the platform lets them manage the community.</summary>
    public bool ManagesCommunity { get; init; }

    /// <summary>The roles or user groups they have.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];
}
