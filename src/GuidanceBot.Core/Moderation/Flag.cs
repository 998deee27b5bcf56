using GuidanceBot.Chat;
using GuidanceBot.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Moderation;

/// <summary>Something a human should see: findings other than distress, a member's report, or both. One row a message, for ever; holds no text of it but a masked excerpt while it is open.</summary>
internal sealed partial class Flag
{
    public required Guid Id { get; init; }
    public required string Platform { get; init; }
    public required string Community { get; init; }
    public required string Channel { get; init; }
    public required string Message { get; init; }

    /// <summary>The channel whose settings apply: for a message in a thread, the channel it hangs under.</summary>
    public required string Watched { get; init; }

    /// <summary>Who wrote the message, for a note; blanked when the flag closes.</summary>
    public string? Author { get; set; }
    public DateTimeOffset SentAt { get; init; }
    public DateTimeOffset? EditedAt { get; set; }

    /// <summary>Tells whether the text changed, without telling the text.</summary>
    public string Fingerprint { get; set; } = "";

    public Severity Severity { get; set; }

    /// <summary>What was found, as <see cref="FlagFinding"/> writes it.</summary>
    public string Findings { get; set; } = "[]";
    public string RulesVersion { get; set; } = "";

    /// <summary>Masked words around the weightiest finding, where masking can protect; blanked when the flag closes.</summary>
    public string? Excerpt { get; set; }

    /// <summary>How many members asked for a second look. Who they are is not kept.</summary>
    public int Reported { get; set; }

    /// <summary>What the first of them was worried about: a category's name, or empty.</summary>
    public string ReportedAs { get; set; } = "";

    /// <summary>Counts how often it was opened. A button of an older revision no longer decides.</summary>
    public int Revision { get; set; } = 1;
    public FlagState State { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset TouchedAt { get; set; }
    public string? ClaimedBy { get; set; }
    public NoteState Note { get; set; }

    /// <summary>A removal was decided and is being tried.</summary>
    public bool Removing { get; set; }

    /// <summary>Why the last removal did not work; null where none failed.</summary>
    public Outcome? RemovalTrouble { get; set; }
    public Verdict? Verdict { get; set; }

    /// <summary>The code of a reason, never free words.</summary>
    public string? Reason { get; set; }
    public string? DecidedBy { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Whether it has, or is due, a card of its own rather than a line in the daily digest.</summary>
    public bool OwnCard { get; set; }
    public string? CardChannel { get; set; }
    public string? CardMessage { get; set; }
    public DateTimeOffset? ShownAt { get; set; }

    /// <summary>Counts changes. Two changes at once cannot both be saved.</summary>
    public int Version { get; set; } = 1;

    /// <summary>The version the card shows; the card is due again while it lags behind.</summary>
    public int DrawnVersion { get; set; }

    public MessageAddress Address => new(new ChannelAddress(Platform, Community, Channel), Message);

    public ChannelAddress WatchedChannel => new(Platform, Community, Watched);

    public MemberId? Writer => Author is null ? null : new MemberId(Platform, Community, Author);

    public MessageAddress? Card => CardMessage is null ? null : new MessageAddress(new ChannelAddress(Platform, Community, CardChannel ?? ""), CardMessage);

    /// <summary>Names the card of this revision for ever: 22 characters for the id, up to two for the revision.</summary>
    public PostKey CardKey => new(Key());

    /// <summary>Names the note of this revision for ever.</summary>
    public PostKey NoteKey => new(Key() + "n");

    private string Key() =>
        Convert.ToBase64String(Id.ToByteArray()).TrimEnd('=').Replace('+', '-').Replace('/', '_') + (Revision % 100);

    internal sealed class Mapping : IEntityTypeConfiguration<Flag>
    {
        public void Configure(EntityTypeBuilder<Flag> flag)
        {
            flag.HasKey(f => f.Id);
            flag.Property(f => f.Id).ValueGeneratedNever();
            flag.HasIndex(f => new { f.Platform, f.Community, f.Channel, f.Message }).IsUnique();
            flag.HasIndex(f => f.State);
            flag.Property(f => f.Version).IsConcurrencyToken();
            flag.Property(f => f.Severity).HasConversion<int>(); // sorted by
            flag.Ignore(f => f.Address).Ignore(f => f.WatchedChannel).Ignore(f => f.Writer).Ignore(f => f.Card).Ignore(f => f.CardKey).Ignore(f => f.NoteKey);
        }
    }
}

/// <summary>How far people are with a flag.</summary>
internal enum FlagState
{
    Open,
    Claimed,
    Closed,
}

/// <summary>What became of a flag. People read "decision".</summary>
internal enum Verdict
{
    /// <summary>The author changed or deleted the message.</summary>
    Fixed,
    Removed,
    Allowed,
    FalsePositive,

    /// <summary>Passed on to somebody outside the moderators.</summary>
    Escalated,

    /// <summary>Nobody looked in time. Says nothing about the message.</summary>
    NotReviewed,
}

/// <summary>How far the private word to the author is.</summary>
internal enum NoteState
{
    None,
    Sending,
    Sent,
    Unreachable,
    Failed,
    Answered,
}
