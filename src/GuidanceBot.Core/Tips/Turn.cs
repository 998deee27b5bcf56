using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Tips;

/// <summary>A turn of a schedule's rotation: the tip that every place shows at the same time on its wall.</summary>
internal sealed class Turn
{
    public required Guid ScheduleId { get; init; }

    /// <summary>The slot as the wall shows it (see <see cref="SlotPlanner.WallOf"/>).</summary>
    public required string Wall { get; init; }

    /// <summary>Counts the schedule's turns. Unique, so that two nodes never take the same one.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Counts how often all tips were used up.</summary>
    public required int Round { get; init; }
    public required string TipId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<Turn>
    {
        public void Configure(EntityTypeBuilder<Turn> turn)
        {
            turn.HasKey(t => new { t.ScheduleId, t.Wall });
            turn.HasIndex(t => new { t.ScheduleId, t.Ordinal }).IsUnique();
        }
    }
}
