using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Moderation;

/// <summary>What happens to a message once a platform handed it in. Almost every one ends here, in memory.</summary>
internal sealed class MessageWatch(
    CommunityBook communities, ScreenOptionsBook options, Screen screen, FlagDesk desk, SupportOffer support, SpeakingUp speakingUp, MistypedCommand mistyped, HandledMarks marks, ScreeningSettings screening)
{
    public async Task ReadAsync(ChatMessage message, CancellationToken cancellationToken)
    {
        if (message.IsDirect || !screening.Enabled)
            return;
        var settings = await communities.OfAsync(message.Address.In, cancellationToken);
        if (!IsWatched(message, settings))
            return;

        try
        {
            await ScreenAsync(message, settings, cancellationToken);
            marks.Handled(message);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Not handled, so not forgotten: the channel is read back from its last mark. The Inbox logs what went wrong.
            marks.Missed(message.Watched);
            throw;
        }
    }

    public async Task ForgetAsync(MessageAddress message, CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(message.In, cancellationToken);
        if (settings.SetUpAt is not null)
            await desk.MendAsync(message, Mended.Deleted, null, cancellationToken);
    }

    private async Task ScreenAsync(ChatMessage message, CommunitySettings settings, CancellationToken cancellationToken)
    {
        var result = screen(message.Text, message.Attachments, await options.OfAsync(settings, message.Watched, cancellationToken));
        var sorted = Sorted.Of(result, settings);

        // The flag first, since it needs no platform; then the words for the writer, of which support stands alone.
        if (sorted.ForModerators.Count > 0)
            await desk.OpenAsync(message, sorted.ForModerators, result, settings, cancellationToken);
        else if (message.EditedAt is not null)
            await desk.MendAsync(message.Address, Mended.Edited, message, cancellationToken);

        if (sorted.Distressed)
            await support.OfferAsync(message, cancellationToken);
        else if (sorted.ForAuthor.Count > 0)
            await speakingUp.TellAsync(message, sorted.ForAuthor[0], cancellationToken);
        await mistyped.TellAsync(message, sorted.Distressed, cancellationToken);
    }

    private static bool IsWatched(ChatMessage message, CommunitySettings settings) =>
        message.Address.Channel.Channel != settings.ModeratorsChannel
        && message.Watched.Channel != settings.ModeratorsChannel
        && settings.ModeOf(message.Watched.Channel) is not ChannelMode.Off;
}
