using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Slack.Cards;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Interactions;

/// <summary>The app's home as a member sees it: the day's takeaway, and the ways to a draft's second look, support, and what the bot reads and keeps.</summary>
internal sealed class HomePage(Inbox inbox, Catalog catalog, CommunityBook communities, SlackApi api, TimeProvider clock)
{
    private const int Takeaways = 12;

    private static readonly (string Command, string Label)[] Ways =
    [
        ("check", "Check a draft"), ("takeaways", "All takeaways"), ("support", "Show support lines"), ("privacy", "See what I read and keep"), ("help", "Get help"),
    ];

    /// <summary>Draws it anew.</summary>
    public async Task PublishAsync(MemberId member, CancellationToken cancellationToken)
    {
        var here = new ChannelAddress(member.Platform, member.Community, "");
        var takeaway = await inbox.RunTypedAsync($"takeaway {await NumberAsync(member.In, cancellationToken)}", here, member, cancellationToken);
        await api.PublishViewAsync(member.Member, Pages.Home(Draw(takeaway)).ToJsonString(JsonWriting.Relaxed), cancellationToken);
    }

    private Card Draw(Reply takeaway)
    {
        var today = takeaway is Reply.Show { Card: var card } ? card : Card.Of("GuidanceBot");
        var ways = Ways.Where(w => catalog.FindCommand(w.Command) is not null).Select((w, i) => new CardButton(InteractionHandling.RunPrefix + w.Command, w.Label, i == 0 ? ButtonStyle.Primary : ButtonStyle.Normal));
        return new Card
        {
            Title = "Today's takeaway",
            Blocks = [new HeadingBlock(today.Title), .. today.Blocks, new NoteBlock("Type /guidance help in any channel, or write to me here in Messages. In threads use the message menu: Slack has no commands there. What you write to me is seen by nobody else in this workspace.")],
            Buttons = [.. ways],
        };
    }

    // All twelve in turn, one a day in the community's own zone.
    private async Task<int> NumberAsync(CommunityAddress community, CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(community, cancellationToken);
        var zone = TimeZoneInfo.TryFindSystemTimeZoneById(settings.Zone, out var found) ? found : TimeZoneInfo.Utc;
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone).DateTime).DayNumber;
        return (day % Takeaways) + 1;
    }
}
