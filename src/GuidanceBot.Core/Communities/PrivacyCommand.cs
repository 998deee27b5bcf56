using GuidanceBot.Chat;
using GuidanceBot.Commands;

namespace GuidanceBot.Communities;

/// <summary><c>/privacy</c>: the short answer first, the whole notice one press away.</summary>
internal sealed class PrivacyCommand(CommunityBook communities, ChatPlatforms platforms)
{
    public static CommandSpec Spec { get; } = new()
    {
        Name = "privacy",
        Description = "What is read, what is kept, and who sees it",
        Anywhere = true,
    };

    public static ButtonSpec MoreButton { get; } = new("privacy", AnswerKind.Private);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(call.Channel.In, cancellationToken);
        var channels = await ChannelNames.OfAsync(platforms, call.Channel.In, cancellationToken);
        var reads = settings.Watched.Count == 0 ? "I read no channel here." : $"I read {channels.Of(settings.Watched.Keys)} in memory, on my owner's machine.";
        return Reply.Of(Card.Of(
            "Privacy",
            reads,
            $"I keep no whole message. A flag holds what it may be, a link, and at most a short masked excerpt until it closes; person ids go {settings.RetentionDays} days later.",
            "Moderators see flags. The platform carries all you type.")
            .With(new CardButton("privacy:more", "More") { SpokenLabel = "The whole privacy notice" }));
    }

    public async Task<Reply> MoreAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(press.Channel.In, cancellationToken);
        var channels = await ChannelNames.OfAsync(platforms, press.Channel.In, cancellationToken);
        var notice = PrivacyNotice.Of(settings, channels.Of);
        return Reply.Of(new Card { Title = "Privacy, in full" }
            .With([.. notice.Sections.SelectMany(s => new CardBlock[] { new HeadingBlock(s.Heading), new ListBlock(s.Lines) })]));
    }
}
