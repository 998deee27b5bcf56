using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Moderation;

/// <summary>A line of a flag's history. Only added, never changed, except that person ids are blanked at retention.</summary>
internal sealed class FlagEvent
{
    public long Id { get; init; }
    public required Guid FlagId { get; init; }
    public required int Revision { get; init; }
    public required DateTimeOffset At { get; init; }
    public required FlagHappening What { get; init; }

    /// <summary>The moderator who acted; never the author or a reporter.</summary>
    public string? Who { get; init; }

    /// <summary>A code: never words somebody typed.</summary>
    public string Detail { get; init; } = "";

    public static FlagEvent Of(Flag flag, FlagHappening what, DateTimeOffset at, string? who = null, string detail = "") =>
        new() { FlagId = flag.Id, Revision = flag.Revision, At = at, What = what, Who = who, Detail = detail };

    internal sealed class Mapping : IEntityTypeConfiguration<FlagEvent>
    {
        public void Configure(EntityTypeBuilder<FlagEvent> line)
        {
            line.HasKey(e => e.Id);
            line.HasIndex(e => e.FlagId);
        }
    }
}

/// <summary>What happened to a flag.</summary>
internal enum FlagHappening
{
    Opened,
    Changed,
    Reopened,
    Reported,
    Claimed,
    Asked,
    NoteEnded,
    Answered,
    Revealed,
    Decided,
    Removed,
    RemovalFailed,
    Mended,
    Lapsed,
    ExceptionProposed,
}
