using GuidanceBot.Chat;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Platform;

/// <summary>What stands for roles on Slack: user groups, and, since free workspaces have none, membership of a private channel the bot is in.</summary>
internal sealed class Roles(SlackApi api, Channels channels, TimeProvider clock)
{
    // Long enough that a burst of presses asks once (the method allows 20 calls a minute), short enough that who was taken out of a group notices.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private IReadOnlyList<Role> _known = [];
    private long _asked;

    /// <summary>All roles there are.</summary>
    public async Task<IReadOnlyList<RoleInfo>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await KnownAsync(cancellationToken)).Select(r => new RoleInfo(r.Id, r.Name))];

    /// <summary>The roles somebody has.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(string user, CancellationToken cancellationToken) =>
        [.. (await KnownAsync(cancellationToken)).Where(r => r.Members.Contains(user)).Select(r => r.Id)];

    private async Task<IReadOnlyList<Role>> KnownAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_asked == 0 || clock.GetElapsedTime(_asked) > Fresh)
            {
                // At once, since a form that waits for this has three seconds to open.
                var (groups, privates) = (GroupsAsync(cancellationToken), PrivateChannelsAsync(cancellationToken));
                _known = [.. await groups, .. await privates];
                _asked = clock.GetTimestamp();
            }

            return _known;
        }
        finally
        {
            _asking.Release();
        }
    }

    private async Task<List<Role>> GroupsAsync(CancellationToken cancellationToken)
    {
        var answer = await api.ListGroupsAsync(cancellationToken);
        return
        [
            .. answer.Body.Items("usergroups")
                .Where(g => g.Number("date_delete") is null or 0)
                .Select(g => new Role(g.Text("id"), g.Text("name"), [.. g.Items("users").Select(u => u.Text())])),
        ];
    }

    private async Task<Role[]> PrivateChannelsAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll((await channels.ListAsync(cancellationToken)).Where(c => c is { IsPrivate: true, HasBot: true }).Select(c => EveryoneInAsync(c, cancellationToken)));

    private async Task<Role> EveryoneInAsync(ListedChannel channel, CancellationToken cancellationToken)
    {
        var members = new HashSet<string>();
        await foreach (var some in api.ListMembersAsync(channel.Id, cancellationToken))
            members.UnionWith(some.Body.Items("members").Select(m => m.Text()));
        return new Role(channel.Id, $"Everyone in #{channel.Name}", members);
    }

    private sealed record Role(string Id, string Name, HashSet<string> Members);
}
