using Cronos;
using GuidanceBot.Alarms;
using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GuidanceBot.Moderation;

/// <summary>That a community's digest of a day was dealt with.</summary>
internal sealed class DigestDay
{
    public required string Platform { get; init; }
    public required string Community { get; init; }
    public required DateOnly Day { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<DigestDay>
    {
        public void Configure(EntityTypeBuilder<DigestDay> day) => day.HasKey(d => new { d.Platform, d.Community, d.Day });
    }
}

/// <summary>Once a day, at 08:30 where the community lives: one quiet card for all that is not pressing. Nothing when there is nothing.</summary>
internal sealed class Digest(FlagBook flags, CommunityBook communities, ChatPlatforms platforms, Fingerprints fingerprints, IDbContextFactory<GuidanceDb> databases) : IDueWork
{
    private static readonly CronExpression Daily = CronExpression.Parse("30 8 * * *");

    public string Name => "the daily digest";

    public async Task<DateTimeOffset?> RunDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? next = null;
        foreach (var settings in await communities.AllAsync(cancellationToken))
        {
            var zone = TimeZoneInfo.TryFindSystemTimeZoneById(settings.Zone, out var found) ? found : TimeZoneInfo.Utc;
            if (Daily.GetOccurrences(now.AddHours(-25), now, zone, fromInclusive: false, toInclusive: true).LastOrDefault() is var slot && slot != default)
                await PostAsync(settings, slot, cancellationToken);
            if (Daily.GetNextOccurrence(now, zone) is { } coming && (next is null || coming < next))
                next = coming;
        }

        return next;
    }

    private async Task PostAsync(CommunitySettings settings, DateTimeOffset slot, CancellationToken cancellationToken)
    {
        var (platform, community) = settings.Address;
        var day = new DigestDay { Platform = platform, Community = community, Day = DateOnly.FromDateTime(slot.DateTime) };
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        if (await db.DigestDays.AnyAsync(d => d.Platform == platform && d.Community == community && d.Day == day.Day, cancellationToken))
            return;

        var waiting = await flags.ListAsync(
            all => all.Where(f => f.Platform == platform && f.Community == community && f.State != FlagState.Closed && !f.OwnCard && f.OpenedAt <= slot)
                .OrderByDescending(f => f.Severity).ThenBy(f => f.SentAt),
            cancellationToken);
        var isNews = waiting.Any(f => f.OpenedAt > slot.AddDays(-1));
        if (isNews && settings.ModeratorsChannel is { } channel && platforms.Find(platform) is { } chat)
        {
            var posted = await chat.PostAsync(new ChannelAddress(platform, community, channel), DigestCard.Draw(waiting), Key(settings.Address, day.Day), silent: true, cancellationToken);
            if (posted.Outcome is Outcome.Failed)
                throw new PlatformFailedException();
        }

        // Noted after the post, whose key keeps a second try after a crash from doubling it.
        await db.InsertIfAbsentAsync(day, cancellationToken);
    }

    private PostKey Key(CommunityAddress community, DateOnly day) =>
        new($"d{day:yyyyMMdd}{fingerprints.Of("digest", community.Platform, community.Community)[..16]}");
}
