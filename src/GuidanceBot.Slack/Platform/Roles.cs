using GuidanceBot.Chat;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Platform;

/// <summary>What stands for roles on Slack: user groups, and, since free workspaces have none, membership of a private channel the bot is in.</summary>
internal sealed class Roles(SlackApi api, TimeProvider clock)
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
                _known = [.. await GroupsAsync(cancellationToken), .. await PrivateChannelsAsync(cancellationToken)];
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

    private async Task<List<Role>> PrivateChannelsAsync(CancellationToken cancellationToken)
    {
        var found = new List<Role>();
        await foreach (var page in api.ListChannelsAsync(cancellationToken))
        {
            foreach (var channel in page.Body.Items("channels").Where(c => c.Flag("is_private") && c.Flag("is_member")))
            {
                var members = new HashSet<string>();
                await foreach (var some in api.ListMembersAsync(channel.Text("id"), cancellationToken))
                    members.UnionWith(some.Body.Items("members").Select(m => m.Text()));
                found.Add(new Role(channel.Text("id"), $"Everyone in #{channel.Text("name")}", members));
            }
        }

        return found;
    }

    private sealed record Role(string Id, string Name, HashSet<string> Members);
}
