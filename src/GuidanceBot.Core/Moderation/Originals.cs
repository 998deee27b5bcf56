using GuidanceBot.Chat;

namespace GuidanceBot.Moderation;

/// <summary>Shows a moderator the message as it stands now, for their eyes alone. That they looked is in the history; what they saw is nowhere.</summary>
internal sealed class Originals(FlagBook flags, ChatPlatforms platforms, TimeProvider clock)
{
    public async Task<Reply> ShowAsync(Flag flag, MemberId moderator, CancellationToken cancellationToken)
    {
        var found = await platforms[flag.Platform].ReadAsync(flag.Address, cancellationToken);
        if (found is not { Outcome: Outcome.Done, Message: { } message })
            return Reply.Of("It cannot be shown", found.Outcome is Outcome.Gone ? "The message is no longer there." : "The platform did not let me read it. The link on the card opens it.");

        await flags.ChangeAsync(flag.Id, f => FlagEvent.Of(f, FlagHappening.Revealed, clock.GetUtcNow(), moderator.Member), cancellationToken);
        return Reply.Of(new Card
        {
            Title = "As it stands now",
            Preview = "The original message",
            Blocks =
            [
                new QuoteBlock(message.Text.Length > 0 ? message.Text : "(no text)"),
                .. message.Attachments.Select(a => new TextBlock($"File: {a.Name}")),
                new NoteBlock("Only you see this. I kept nothing of it; that you looked is noted."),
            ],
        });
    }
}
