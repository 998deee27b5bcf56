using System.Globalization;
using GuidanceBot.CommandLine;
using GuidanceBot.Hosting;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace GuidanceBot.Tests;

public sealed class TipsPreviewCommandTests
{
    private static readonly FakeTimeProvider Clock = new(DateTimeOffset.Parse("2026-03-28T09:00:00Z", CultureInfo.InvariantCulture));

    [Fact]
    public void Slots_are_printed_in_utc_and_on_the_wall()
    {
        Assert.Equal(
            [
                """{"utc":"2026-03-29T01:00:00Z","local":"2026-03-29T03:00:00+02:00","zone":"Europe/Paris"}""",
                """{"utc":"2026-03-30T00:30:00Z","local":"2026-03-30T02:30:00+02:00","zone":"Europe/Paris"}""",
            ],
            TipsPreviewCommand.Lines("30 2 * * *", null, "europe/paris", "2026-03-28T01:30:00Z", "2", Clock));
    }

    [Theory]
    [InlineData("2026-03-28", "2026-03-28T09:00:00-04:00")]
    [InlineData("2026-03-28T09:00", "2026-03-29T09:00:00-04:00")]
    [InlineData("2026-03-28T13:00:00+00:00", "2026-03-29T09:00:00-04:00")]
    [InlineData(null, "2026-03-28T09:00:00-04:00")]
    public void From_is_exclusive_and_without_an_offset_it_is_read_in_the_zone(string? from, string local)
    {
        Assert.Contains(local, Assert.Single(TipsPreviewCommand.Lines(null, "9:00", "America/New_York", from, "1", Clock)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, "UTC", null, null, "--cron")]
    [InlineData("0 9 * * *", "9:00", "UTC", null, null, "one of --cron")]
    [InlineData("0 9 * * *", null, null, null, null, "--zone Europe/London")]
    [InlineData("0 9 * * *", null, "London", null, null, "did you mean Europe/London")]
    [InlineData("0 9 * *", null, "UTC", null, null, "“0 9 * *”")]
    [InlineData(null, "wekdays at 9", "UTC", null, null, "did you mean “weekdays”")]
    [InlineData(null, "9:00", "UTC", "yesterday", null, "“yesterday”")]
    [InlineData(null, "9:00", "UTC", "9999-12-31T23:59:59Z", null, "--from")]
    [InlineData(null, "9:00", "UTC", null, "-1", "“-1”")]
    [InlineData(null, "9:00", "UTC", null, "many", "“many”")]
    public void Wrong_usage_is_refused_in_one_sentence(string? cron, string? when, string? zone, string? from, string? count, string part)
    {
        var refused = Assert.Throws<StartRefused>(() => TipsPreviewCommand.Lines(cron, when, zone, from, count, Clock).ToList());

        Assert.Contains(part, refused.Message, StringComparison.Ordinal);
    }
}
