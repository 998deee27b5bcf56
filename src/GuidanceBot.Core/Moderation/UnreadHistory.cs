using GuidanceBot.Chat;
using GuidanceBot.Communities;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Moderation;

/// <summary>What was written in a channel after a message, until a moment, and could not be read back.</summary>
internal sealed record Unread(ChannelAddress Channel, string After, DateTimeOffset Until);

/// <summary>Tells the moderators and admins, once and in their own channel, what nobody has looked at.</summary>
internal sealed partial class UnreadHistory(CommunityBook communities, ChatPlatforms platforms, ILogger<UnreadHistory> logger)
{
    private const int MostNames = 8;

    /// <summary>Tells it for one community; false where it should be tried again.</summary>
    public async Task<bool> TellAsync(IReadOnlyList<Unread> unread, CancellationToken cancellationToken)
    {
        var community = unread[0].Channel.In;
        var settings = await communities.OfAsync(community, cancellationToken);
        if (settings.ModeratorsChannel is not { } place || platforms.Find(community.Platform) is not { } platform)
            return true; // there is nobody to tell; the log has it

        try
        {
            var names = await ChannelNames.OfAsync(platforms, community, cancellationToken);
            var key = PostKeys.Of("gap", [community.Platform, community.Community, .. unread.Select(u => $"{u.Channel.Channel} {u.After}").Order(StringComparer.Ordinal)]);
            var posted = await platform.PostAsync(new ChannelAddress(community.Platform, community.Community, place), Draw(unread, names, platform), key, silent: true, cancellationToken);
            return posted.Outcome is not Outcome.Failed;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The platform is away: the channels are read back again in a while, and told of if that fails again.
            Log.NotTold(logger, community.Platform, failure.GetType().Name);
            return false;
        }
    }

    private static Card Draw(IReadOnlyList<Unread> unread, ChannelNames names, IChatPlatform platform)
    {
        var fields = new List<CardField>();
        if (unread.Min(u => platform.MomentOf(u.After)) is { } from)
            fields.Add(CardField.Moment("From", from));
        fields.Add(CardField.Moment("Until", unread.Max(u => u.Until)));
        List<string> where = [.. unread.Take(MostNames).Select(u => names.Of(u.Channel.Channel))];
        if (unread.Count > MostNames)
            where.Add($"and {unread.Count - MostNames} more");
        var card = Card.Of("Messages that nobody looked at", "I was away, and could not read back what was written here meanwhile:")
            .With(new ListBlock(where), new FieldsBlock(fields), new TextBlock("If it matters, please scroll through."));
        return unread.Select(u => names.Find(u.Channel.Channel)).FirstOrDefault(c => c is { BotMayRead: false, Missing.Length: > 0 }) is { } closed
            ? card.With(new TextBlock($"I may not read {names.Of(closed.Address.Channel)}. {closed.Missing}"))
            : card;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "What could not be read back on {Platform} could not be told either ({Exception}); it will be tried again.")]
        public static partial void NotTold(ILogger logger, string platform, string exception);
    }
}
