using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Platform;

/// <summary>A channel as Slack lists it.</summary>
internal sealed record ListedChannel(string Id, string Name, string Topic, bool IsPrivate, bool HasBot);

/// <summary>The workspace's channels. Every card names one, and Slack lists them only twenty times a minute: one list serves for some seconds.</summary>
internal sealed class Channels(SlackApi api, TimeProvider clock)
{
    // Long enough for a burst of flags, short enough that an invitation is noticed by whoever tries again.
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private IReadOnlyList<ListedChannel> _known = [];
    private long _asked;

    /// <summary>All channels the bot can see; those of the last time where Slack does not answer now.</summary>
    public async Task<IReadOnlyList<ListedChannel>> ListAsync(CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_asked != 0 && clock.GetElapsedTime(_asked) <= Fresh)
                return _known;

            var listed = new List<ListedChannel>();
            await foreach (var page in api.ListChannelsAsync(cancellationToken))
            {
                if (!page.Ok)
                    return listed.Count > _known.Count ? listed : _known;
                listed.AddRange(page.Body.Items("channels").Select(c => new ListedChannel(
                    c.Text("id"), c.Text("name"), c.Text("topic", "value") is { Length: > 0 } topic ? topic : c.Text("purpose", "value"), c.Flag("is_private"), c.Flag("is_member"))));
            }

            (_known, _asked) = (listed, clock.GetTimestamp());
            return _known;
        }
        finally
        {
            _asking.Release();
        }
    }
}
