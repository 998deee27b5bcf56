using GuidanceBot.Screening;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Communities;

/// <summary>A community's row. Lists are stored as comma-separated ids.</summary>
internal sealed class Community
{
    public required string Platform { get; init; }
    public required string Id { get; init; }
    public DateTimeOffset? SetUpAt { get; set; }
    public string? ModeratorsChannel { get; set; }
    public string ModeratorRoles { get; set; } = "";
    public string AdminRoles { get; set; } = "";
    public string Zone { get; set; } = "Etc/UTC";
    public Sensitivity Sensitivity { get; set; } = Sensitivity.Normal;
    public bool Profanity { get; set; }
    public Severity CardAtOnce { get; set; } = Severity.High;
    public int RetentionDays { get; set; } = 90;
    public string Countries { get; set; } = "";
    public bool EmployerRun { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Community>
    {
        public void Configure(EntityTypeBuilder<Community> community) => community.HasKey(c => new { c.Platform, c.Id });
    }
}

/// <summary>A channel that is, or was, screened, with how far it has been read.</summary>
internal sealed class WatchedChannel
{
    public required string Platform { get; init; }
    public required string Community { get; init; }
    public required string Channel { get; init; }
    public ChannelMode Mode { get; set; }

    /// <summary>The id of the last message handled, from which reading back starts after an outage.</summary>
    public string? LastHandled { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<WatchedChannel>
    {
        public void Configure(EntityTypeBuilder<WatchedChannel> channel) => channel.HasKey(c => new { c.Platform, c.Community, c.Channel });
    }
}
