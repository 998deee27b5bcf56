using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Communities;

/// <summary>Answers of set-up that wait for Save. One a community; a newer one takes its place, and an old button then says so.</summary>
internal sealed class SetupDraft
{
    public required string Platform { get; init; }
    public required string Community { get; init; }
    public required Guid Id { get; set; }

    /// <summary><see cref="SetupAnswers"/> as JSON.</summary>
    public required string Answers { get; set; }
    public required DateTimeOffset At { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SetupDraft>
    {
        public void Configure(EntityTypeBuilder<SetupDraft> draft) => draft.HasKey(d => new { d.Platform, d.Community });
    }
}
