using GuidanceBot.Chat;
using GuidanceBot.Communities;

namespace GuidanceBot.Wellbeing;

/// <summary>What somebody in distress is shown, wherever it shows: support, and nothing else. Tells nobody and keeps nothing.</summary>
internal sealed class Support(SupportLines lines, CommunityBook communities)
{
    /// <summary>The card of support with the lines of the community's countries. <paramref name="channel"/> names where the message still stands; null where it was never in one.</summary>
    public async Task<Card> CardAsync(CommunityAddress community, CancellationToken cancellationToken, string? channel = null)
    {
        var settings = await communities.OfAsync(community, cancellationToken);
        return Card.Of("For you alone", lines.Text(settings.Countries, channel)) with { Preview = "GuidanceBot has a note for you" };
    }

    /// <summary>The lines alone, for somebody who asked for them without a word of why.</summary>
    public async Task<Card> LinesCardAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(community, cancellationToken);
        return Card.Of("Somebody to talk to", lines.LinesText(settings.Countries));
    }
}
