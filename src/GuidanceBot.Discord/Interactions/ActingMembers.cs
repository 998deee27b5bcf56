using System.Collections.Concurrent;
using GuidanceBot.Chat;

namespace GuidanceBot.Discord.Interactions;

/// <summary>Who is acting this moment, with the rights that Discord sent along: asking again would tell the same, only later.</summary>
internal sealed class ActingMembers
{
    private readonly ConcurrentDictionary<MemberId, MemberInfo> _acting = new();

    public MemberInfo? Find(MemberId member) => _acting.GetValueOrDefault(member);

    /// <summary>The member acts until the result is disposed.</summary>
    public IDisposable Enter(MemberInfo member)
    {
        _acting[member.Id] = member;
        return new Act(() => _acting.TryRemove(KeyValuePair.Create(member.Id, member)));
    }

    private sealed class Act(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}
