using System.Runtime.CompilerServices;
using GuidanceBot.Chat;

namespace GuidanceBot.Testing;

/// <summary>A card the bot posted, as it stands now.</summary>
public sealed record FakePost(MessageAddress Address, Card Card, PostKey Key, bool Silent)
{
    /// <summary>How often it was drawn again.</summary>
    public int Redraws { get; init; }
}

/// <summary>A direct message the bot sent.</summary>
public sealed record FakeTell(MemberId To, Card Card, PostKey Key);

/// <summary>A chat platform in memory that remembers everything and refuses what a test tells it to.</summary>
public sealed class FakePlatform : IChatPlatform
{
    private readonly Lock _gate = new();
    private readonly List<FakePost> _posts = [];
    private readonly List<FakeTell> _tells = [];
    private readonly List<ChatMessage> _messages = [];
    private readonly Dictionary<MemberId, MemberInfo> _members = [];
    private int _next;

    public string Name { get; init; } = Some.Community.Platform;

    public PlatformAbilities Abilities { get; set; } = new() { RemovesOthersMessages = true, Confirms = true };

    /// <summary>The channels of every community.</summary>
    public List<ChannelInfo> Channels { get; } =
        [.. new[] { "general", "cases", "tips", "moderators" }.Select(id => new ChannelInfo(Some.Channel(id), id))];

    public List<RoleInfo> Roles { get; } = [new("mods", "Moderators")];

    /// <summary>Members who take no direct messages.</summary>
    public HashSet<MemberId> Refusing { get; } = [];

    /// <summary>What the platform answers instead of doing what it is asked; null while all is well.</summary>
    public Outcome? PostRefusal { get; set; }

    public Outcome? RedrawRefusal { get; set; }

    public Outcome? TellRefusal { get; set; }

    public Outcome? RemoveRefusal { get; set; }

    public Outcome? ReadRefusal { get; set; }

    /// <summary>Runs before every post, outside the lock: a test may throw here, or let somebody else go first.</summary>
    public Func<Task> BeforePost { get; set; } = () => Task.CompletedTask;

    public IReadOnlyList<FakePost> Posts => Copy(_posts);

    public IReadOnlyList<FakeTell> Tells => Copy(_tells);

    /// <summary>Every card shown anywhere, for a canary to be looked for.</summary>
    public IEnumerable<Card> AllCards => Posts.Select(p => p.Card).Concat(Tells.Select(t => t.Card));

    public IReadOnlyList<string> Removed => [.. _removed];

    private readonly List<string> _removed = [];

    public IReadOnlyList<FakePost> PostsIn(string channel) => [.. Posts.Where(p => p.Address.Channel.Channel == channel)];

    public IReadOnlyList<FakeTell> TellsTo(MemberId member) => [.. Tells.Where(t => t.To == member)];

    public void Join(MemberId member, string displayName, bool managesCommunity = false, params string[] roles)
    {
        lock (_gate)
            _members[member] = new MemberInfo(member, displayName) { ManagesCommunity = managesCommunity, Roles = roles };
    }

    /// <summary>Puts a message, or its newer revision, where it can be read live and read back.</summary>
    public void Holds(ChatMessage message)
    {
        lock (_gate)
        {
            var at = _messages.FindIndex(m => m.Address == message.Address);
            if (at < 0)
                _messages.Add(message);
            else
                _messages[at] = message;
        }
    }

    /// <summary>Takes a message away, as its author would.</summary>
    public void Drop(MessageAddress message)
    {
        lock (_gate)
            _messages.RemoveAll(m => m.Address == message);
    }

    public async Task<Posted> PostAsync(ChannelAddress channel, Card card, PostKey key, bool silent, CancellationToken cancellationToken)
    {
        await BeforePost();
        lock (_gate)
        {
            if (PostRefusal is { } refusal)
                return new Posted(refusal);
            if (_posts.Find(p => p.Key == key && p.Address.Channel == channel) is { } before)
                return Posted.At(before.Address);
            var post = new FakePost(new MessageAddress(channel, $"post-{++_next}"), card, key, silent);
            _posts.Add(post);
            return Posted.At(post.Address);
        }
    }

    public Task<Outcome> RedrawAsync(MessageAddress card, Card now, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (RedrawRefusal is { } refusal)
                return Task.FromResult(refusal);
            var at = _posts.FindIndex(p => p.Address == card);
            if (at < 0)
                return Task.FromResult(Outcome.Gone);
            _posts[at] = _posts[at] with { Card = now, Redraws = _posts[at].Redraws + 1 };
            return Task.FromResult(Outcome.Done);
        }
    }

    public Task<Posted> TellAsync(MemberId member, Card card, PostKey key, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (TellRefusal is { } refusal)
                return Task.FromResult(new Posted(refusal));
            if (Refusing.Contains(member))
                return Task.FromResult(new Posted(Outcome.Unreachable));
            if (!_tells.Exists(t => t.To == member && t.Key == key))
                _tells.Add(new FakeTell(member, card, key));
            return Task.FromResult(Posted.At(new MessageAddress(new ChannelAddress(Name, member.Community, $"dm-{member.Member}"), $"tell-{key}")));
        }
    }

    public Task<Outcome> RemoveAsync(MessageAddress message, string auditReason, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (RemoveRefusal is { } refusal)
                return Task.FromResult(refusal);
            _messages.RemoveAll(m => m.Address == message);
            _removed.Add(message.Message);
            return Task.FromResult(Outcome.Done);
        }
    }

    public Task<Found> ReadAsync(MessageAddress message, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (ReadRefusal is { } refusal)
                return Task.FromResult(new Found(refusal));
            return Task.FromResult(_messages.Find(m => m.Address == message) is { } found ? new Found(Outcome.Done, found) : new Found(Outcome.Gone));
        }
    }

    public async IAsyncEnumerable<ChatMessage> ReadSinceAsync(ChannelAddress channel, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        if (ReadRefusal is not null)
            throw new HttpRequestException("The platform does not answer.");
        foreach (var message in Copy(_messages).Where(m => m.Watched == channel && (after is null || Later(m.Address.Message, after))))
            yield return message;
    }

    public Task<IReadOnlyList<ChannelInfo>> ListChannelsAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChannelInfo>>(Channels);

    public Task<IReadOnlyList<RoleInfo>> ListRolesAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RoleInfo>>(Roles);

    public Task<MemberInfo?> FindMemberAsync(MemberId member, CancellationToken cancellationToken)
    {
        lock (_gate)
            return Task.FromResult(_members.GetValueOrDefault(member));
    }

    public Uri? LinkTo(MessageAddress message) => new($"https://chat.example/{message.Channel.Channel}/{message.Message}");

    /// <summary>What stands for any moment in the order of its ids; nothing unless a test says so.</summary>
    public string? Mark { get; set; }

    public string? MarkAt(DateTimeOffset moment) => Mark;

    public DateTimeOffset? MomentOf(string message) => Copy(_messages).FirstOrDefault(m => m.Address.Message == message)?.SentAt;

    private static bool Later(string id, string than) =>
        long.TryParse(id, out var a) && long.TryParse(than, out var b) ? a > b : string.CompareOrdinal(id, than) > 0;

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (_gate)
            return [.. list];
    }
}
