using GuidanceBot.Chat;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Tips;

/// <summary>When a community gets its tips. Its places share one rotation.</summary>
internal sealed class Schedule
{
    public required Guid Id { get; init; }
    public required string Platform { get; init; }
    public required string Community { get; init; }

    /// <summary>What people call it, as in #3. Unique in the community.</summary>
    public required int Number { get; init; }
    public required string Cron { get; set; }

    /// <summary>What the admin typed for it.</summary>
    public required string Typed { get; set; }
    public bool Paused { get; set; }

    /// <summary>Shuffles the rotation; fixed at the start so that everything after is repeatable.</summary>
    public required int Seed { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public List<Place> Places { get; } = [];

    public CommunityAddress Address => new(Platform, Community);

    internal sealed class Mapping : IEntityTypeConfiguration<Schedule>
    {
        public void Configure(EntityTypeBuilder<Schedule> schedule)
        {
            schedule.Property(s => s.Id).ValueGeneratedNever();
            schedule.HasIndex(s => new { s.Platform, s.Community, s.Number }).IsUnique();
            schedule.HasMany(s => s.Places).WithOne(p => p.Schedule).HasForeignKey(p => p.ScheduleId);
            schedule.HasMany<Turn>().WithOne().HasForeignKey(t => t.ScheduleId);
            schedule.Ignore(s => s.Address);
        }
    }
}

/// <summary>A channel that a schedule posts in, in the mornings of a zone.</summary>
internal sealed class Place
{
    public required Guid Id { get; init; }
    public required Guid ScheduleId { get; init; }
    public required string Channel { get; init; }

    /// <summary>An IANA name.</summary>
    public required string Zone { get; init; }

    /// <summary>Whether set-up made it, so that doing set-up again changes it rather than adding one.</summary>
    public bool FromSetup { get; init; }

    /// <summary>The next slot to be decided; null while paused, or when none comes.</summary>
    public DateTimeOffset? NextSlot { get; set; }

    /// <summary>Slots in a row that could not be posted.</summary>
    public int Failures { get; set; }

    /// <summary>When the moderators were told that it keeps failing; null once it works again.</summary>
    public DateTimeOffset? WarnedAt { get; set; }
    public Schedule Schedule { get; private set; } = null!; // filled by the database wherever it is asked for

    internal sealed class Mapping : IEntityTypeConfiguration<Place>
    {
        public void Configure(EntityTypeBuilder<Place> place)
        {
            place.Property(p => p.Id).ValueGeneratedNever();
            place.HasIndex(p => new { p.ScheduleId, p.Channel, p.Zone }).IsUnique();
            place.HasIndex(p => p.NextSlot);
            place.HasMany<Posting>().WithOne(p => p.Place).HasForeignKey(p => p.PlaceId);
        }
    }
}
