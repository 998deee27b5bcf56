using GuidanceBot.Chat;

namespace GuidanceBot.Communities;

/// <summary>What the bot says until a community is set up: who can do it, and how.</summary>
internal static class SetUpFirst
{
    public static Card Card(string prefix) => Chat.Card.Of(
        "Not set up here yet",
        $"An admin can set me up in two minutes with {prefix}setup. Until then I read no channel and post no tips.",
        $"Questions work already: {prefix}ask, {prefix}takeaways, {prefix}tip.");

    /// <summary>The card while the community is not set up; null once it is.</summary>
    public static async Task<Card?> UnlessDoneAsync(CommunityBook communities, ChatPlatforms platforms, CommunityAddress community, CancellationToken cancellationToken) =>
        (await communities.OfAsync(community, cancellationToken)).SetUpAt is null ? Card(platforms.PrefixOf(community)) : null;
}
