using GuidanceBot.Chat;
using GuidanceBot.Communities;

namespace GuidanceBot.Wellbeing;

/// <summary>What somebody in distress is shown, wherever it shows: support, and nothing else. Tells nobody and keeps nothing.</summary>
internal sealed class Support(SupportLines lines, CommunityBook communities)
{
    /// <summary>The card of support with the lines of the community's countries. <paramref name="channel"/> names where the message still stands; null where it was never in one.</summary>
    public async Task<Card> CardAsync(CommunityAddress community, CancellationToken cancellationToken, string? channel = null) =>
        Private("For you alone", lines.Text(await CountriesAsync(community, cancellationToken), channel));

    /// <summary>The lines alone, for somebody who asked for them without a word of why.</summary>
    public async Task<Card> LinesCardAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        Private("Somebody to talk to", lines.LinesText(await CountriesAsync(community, cancellationToken)));

    /// <summary>For a member who is worried about somebody: how to reach out, and the same lines.</summary>
    public async Task<Card> WorriedCardAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        Private("Reaching out", lines.WorriedText(await CountriesAsync(community, cancellationToken)));

    private async Task<IReadOnlyList<string>> CountriesAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        (await communities.OfAsync(community, cancellationToken)).Countries;

    private static Card Private(string title, string text) => new()
    {
        Title = title,
        Preview = "GuidanceBot has a note for you",
        Blocks = [.. SupportText.Blocks(text)],
    };
}
