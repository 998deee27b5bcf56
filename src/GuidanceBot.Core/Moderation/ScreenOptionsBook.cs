using System.Collections.Concurrent;
using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Screening;

namespace GuidanceBot.Moderation;

/// <summary>What is screened for in each channel, put together once for as long as the settings stay.</summary>
internal sealed class ScreenOptionsBook(ExceptionBook exceptions)
{
    private readonly ConcurrentDictionary<ChannelAddress, Entry> _known = new();

    public async ValueTask<ScreenOptions> OfAsync(CommunitySettings settings, ChannelAddress channel, CancellationToken cancellationToken)
    {
        var accepted = await exceptions.OfAsync(channel, cancellationToken);
        if (_known.TryGetValue(channel, out var known) && ReferenceEquals(known.Settings, settings) && ReferenceEquals(known.Accepted, accepted))
            return known.Options;

        var options = new ScreenOptions
        {
            Sensitivity = settings.Sensitivity,
            Profanity = settings.Profanity,
            CasesChannel = settings.ModeOf(channel.Channel) is ChannelMode.Cases,
            Exceptions = accepted,
        };
        _known[channel] = new Entry(settings, accepted, options);
        return options;
    }

    private sealed record Entry(CommunitySettings Settings, IReadOnlySet<string> Accepted, ScreenOptions Options);
}
