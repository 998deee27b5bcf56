using GuidanceBot.Chat;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Moderation;

/// <summary>That something private happened once, as a keyed hash and nothing else: no member, no category, no address. Kept seven days, to absorb redelivery.</summary>
internal sealed class PrivateWord
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public required string Hash { get; init; }
    public required DateTimeOffset At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<PrivateWord>
    {
        public void Configure(EntityTypeBuilder<PrivateWord> word) => word.HasKey(w => w.Hash);
    }
}

/// <summary>Words for one member alone, each said once. Where the member takes no direct messages nothing is said anywhere.</summary>
internal sealed class PrivateWords(IDbContextFactory<GuidanceDb> databases, ChatPlatforms platforms, Fingerprints fingerprints, TimeProvider clock)
{
    /// <summary>What a notification may show of anything private.</summary>
    public const string Preview = "GuidanceBot has a note for you";

    /// <summary>Says it, unless it was said. Throws when the platform failed, so that the message is handed in again.</summary>
    public async Task SayOnceAsync(string purpose, ChatMessage about, Card card, CancellationToken cancellationToken)
    {
        var hash = HashOf(purpose, about.Address, "");
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.PrivateWords.AnyAsync(w => w.Hash == hash, cancellationToken))
            return;

        // Said first, noted after: a crash between may say it twice, but never leave it unsaid.
        var posted = await platforms[about.Author.Platform].TellAsync(about.Author, card, new PostKey(hash[..25]), cancellationToken);
        if (posted.Outcome is Outcome.Failed)
            throw new PlatformFailedException();
        await db.InsertIfAbsentAsync(new PrivateWord { Hash = hash, At = clock.GetUtcNow() }, cancellationToken);
    }

    /// <summary>Whether this is the first time; notes that it was.</summary>
    public async Task<bool> IsFirstAsync(string purpose, MessageAddress about, MemberId who, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return await db.InsertIfAbsentAsync(new PrivateWord { Hash = HashOf(purpose, about, who.Member), At = clock.GetUtcNow() }, cancellationToken);
    }

    private string HashOf(string purpose, MessageAddress about, string who) =>
        fingerprints.Of(purpose, about.Channel.Platform, about.Channel.Community, about.Channel.Channel, about.Message, who);
}

/// <summary>The platform did not do what must be tried again.</summary>
internal sealed class PlatformFailedException() : Exception("The platform did not answer; this is tried again.");
