using GuidanceBot.Chat;

namespace GuidanceBot.Moderation;

/// <summary>Takes away a message after a moderator decided so. Tried after the decision is saved, so that it can be tried again.</summary>
internal sealed class Removals(FlagBook flags, FlagCards cards, ChatPlatforms platforms, TimeProvider clock)
{
    public async Task TryAsync(Flag flag, CancellationToken cancellationToken)
    {
        var outcome = platforms.Find(flag.Platform) is { } platform
            ? await platform.RemoveAsync(flag.Address, "A moderator decided to remove it after a second look.", cancellationToken)
            : Outcome.Unsupported;
        await flags.ChangeAsync(flag.Id, f => f.EndRemoval(outcome, clock.GetUtcNow()), cancellationToken);
        await cards.ShowAsync(flag.Id, cancellationToken);
    }
}
