using System.Runtime.CompilerServices;
using GuidanceBot.Chat;
using GuidanceBot.Playground.Store;

namespace GuidanceBot.Playground.Platform;

/// <summary>The playground as the core sees it: a platform like any other.</summary>
internal sealed class PlaygroundPlatform(Messages messages, People people, TimeProvider clock) : IChatPlatform
{
    public string Name => Cast.Platform;

    public PlatformAbilities Abilities { get; } = new() { RemovesOthersMessages = true, Confirms = true };

    public Task<Posted> PostAsync(ChannelAddress channel, Card card, PostKey key, bool silent, CancellationToken cancellationToken) =>
        Task.FromResult(Cast.IsChannel(channel.Channel)
            ? Posted.At(messages.Post(channel.Channel, card, clock.GetUtcNow(), key).Address)
            : new Posted(Outcome.Gone));

    public Task<Outcome> RedrawAsync(MessageAddress card, Card now, CancellationToken cancellationToken) =>
        Task.FromResult(messages.Redraw(card, now) ? Outcome.Done : Outcome.Gone);

    public Task<Posted> TellAsync(MemberId member, Card card, PostKey key, CancellationToken cancellationToken)
    {
        if (Cast.FindPerson(member.Member) is not { } person)
            return Task.FromResult(new Posted(Outcome.Gone));
        return Task.FromResult(people.TakesDirectMessages(person)
            ? Posted.At(messages.Post(Cast.DirectWith(person.Id), card, clock.GetUtcNow(), key).Address)
            : new Posted(Outcome.Unreachable));
    }

    public Task<Outcome> RemoveAsync(MessageAddress message, string auditReason, CancellationToken cancellationToken) =>
        Task.FromResult(messages.Delete(message.Channel.Channel, message.Message) ? Outcome.Done : Outcome.Gone);

    public Task<Found> ReadAsync(MessageAddress message, CancellationToken cancellationToken) =>
        Task.FromResult(messages.Find(message.Message) is { } entry && entry.Channel == message.Channel.Channel
            ? new Found(Outcome.Done, entry.ToMessage())
            : new Found(Outcome.Gone));

    public async IAsyncEnumerable<ChatMessage> ReadSinceAsync(ChannelAddress channel, string? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        const int batch = 200;
        while (true)
        {
            var some = messages.Since(channel.Channel, after, batch);
            foreach (var entry in some)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return entry.ToMessage();
            }

            if (some.Count < batch)
                yield break;
            after = some[^1].Id;
            await Task.Yield();
        }
    }

    public Task<IReadOnlyList<ChannelInfo>> ListChannelsAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ChannelInfo>>([.. Cast.Rooms.Select(r => new ChannelInfo(Cast.Channel(r.Id), r.Id) { Topic = r.Topic })]);

    public Task<IReadOnlyList<RoleInfo>> ListRolesAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        Task.FromResult(Cast.Roles);

    public Task<MemberInfo?> FindMemberAsync(MemberId member, CancellationToken cancellationToken) =>
        Task.FromResult(Cast.FindPerson(member.Member) is { } person
            ? new MemberInfo(member, person.Name) { ManagesCommunity = person.Manages, Roles = person.Roles }
            : null);

    // Relative, so that it opens wherever the page is looked at from.
    public Uri? LinkTo(MessageAddress message) => new(Links.To(message.Channel.Channel, message.Message), UriKind.Relative);

    // Its ids tell no time, and need not: what was written is kept until it was handed in.
    public string? MarkAt(DateTimeOffset moment) => null;

    public DateTimeOffset? MomentOf(string message) => null;
}
