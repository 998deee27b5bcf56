using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Moderation;

/// <summary>A rule that does not speak in a channel, or is proposed not to.</summary>
internal sealed class ChannelException
{
    public required string Platform { get; init; }
    public required string Community { get; init; }
    public required string Channel { get; init; }
    public required string Rule { get; init; }

    /// <summary>What the rule finds, for people to read.</summary>
    public required string Label { get; init; }
    public ExceptionState State { get; set; }
    public DateTimeOffset At { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<ChannelException>
    {
        public void Configure(EntityTypeBuilder<ChannelException> exception) =>
            exception.HasKey(e => new { e.Platform, e.Community, e.Channel, e.Rule });
    }
}

/// <summary>Whether an admin has agreed.</summary>
internal enum ExceptionState
{
    Proposed,
    Accepted,
}
