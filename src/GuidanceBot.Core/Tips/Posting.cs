using System.Globalization;
using GuidanceBot.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Tips;

/// <summary>The ledger's row of a slot in a place. Its key decides who posts, however many nodes wake.</summary>
internal sealed class Posting
{
    public required Guid PlaceId { get; init; }
    public required DateTimeOffset Slot { get; init; }
    public required PostingState State { get; set; }

    /// <summary>The tip; null where the slot was skipped.</summary>
    public string? TipId { get; init; }
    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>How often posting was tried.</summary>
    public int Tries { get; set; }

    /// <summary>When to try again while <see cref="PostingState.Claimed"/>: after a refusal by the platform, or when whoever tried seems to have crashed.</summary>
    public DateTimeOffset? TryAt { get; set; }
    public DateTimeOffset? PostedAt { get; set; }

    /// <summary>The platform's id of the message that was posted.</summary>
    public string? Message { get; set; }

    /// <summary>How the last try ended.</summary>
    public Outcome? LastOutcome { get; set; }
    public Place Place { get; private set; } = null!; // filled by the database wherever it is asked for

    /// <summary>Made from place and slot alone, so that a tip tried again after a crash, or by another node, is known to the platform.</summary>
    public PostKey Key => KeyOf("tip", PlaceId, Slot);

    public static PostKey KeyOf(string prefix, Guid of, DateTimeOffset at) =>
        PostKeys.Of(prefix, of.ToString("N"), at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    internal sealed class Mapping : IEntityTypeConfiguration<Posting>
    {
        public void Configure(EntityTypeBuilder<Posting> posting)
        {
            posting.HasKey(p => new { p.PlaceId, p.Slot });
            posting.HasIndex(p => new { p.State, p.TryAt });
            posting.Ignore(p => p.Key);
        }
    }
}

/// <summary>How far a slot has come.</summary>
internal enum PostingState
{
    /// <summary>Somebody is posting it, or it waits to be tried again.</summary>
    Claimed,

    /// <summary>It stands in the channel.</summary>
    Posted,

    /// <summary>Its time had passed when the bot came back.</summary>
    Skipped,

    /// <summary>It could not be posted.</summary>
    Failed,
}
