using System.Globalization;
using Cronos;
using GuidanceBot.Tips;
using Xunit;

namespace GuidanceBot.Core.Tests.Tips;

public sealed class SlotPlannerTests
{
    [Theory]
    [InlineData("0 9 * * *", "Europe/London", "2026-03-28T09:00Z", "2026-03-29T08:00Z", "2026-03-30T08:00Z")]
    [InlineData("0 9 * * *", "Europe/London", "2026-10-24T08:00Z", "2026-10-25T09:00Z", "2026-10-26T09:00Z")]
    [InlineData("30 2 * * *", "Europe/Paris", "2026-03-28T12:00Z", "2026-03-29T01:00Z", "2026-03-30T00:30Z")]
    [InlineData("30 2 * * *", "Europe/Paris", "2026-10-24T12:00Z", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [InlineData("0 * * * *", "Europe/Paris", "2026-10-24T23:30Z", "2026-10-25T00:00Z", "2026-10-25T01:00Z")]
    [InlineData("30 2 * * *", "America/New_York", "2026-03-07T12:00Z", "2026-03-08T07:00Z", "2026-03-09T06:30Z")]
    [InlineData("15 2 * * *", "Australia/Lord_Howe", "2026-10-03T12:00Z", "2026-10-03T15:30Z", "2026-10-04T15:15Z")]
    [InlineData("0 9 29 2 *", "Asia/Kathmandu", "2026-01-01T00:00Z", "2028-02-29T03:15Z", "2032-02-29T03:15Z")]
    [InlineData("0 9 29 2 *", "UTC", "2096-03-01T00:00Z", "2104-02-29T09:00Z", "2108-02-29T09:00Z")]
    [InlineData("0 9 * * *", "Pacific/Apia", "2011-12-29T18:00Z", "2011-12-29T19:00Z", "2011-12-30T19:00Z")]
    [InlineData("0 9 * * 1", "Pacific/Kiritimati", "2026-11-22T00:00Z", "2026-11-22T19:00Z", "2026-11-29T19:00Z")]
    public void Slots_keep_the_time_on_the_wall(string cron, string zone, string after, string first, string second)
    {
        var slots = Planner(cron, zone).Next(At(after), 2);

        Assert.Equal([At(first), At(second)], slots.Select(s => s.ToUniversalTime()));
    }

    [Fact]
    public void A_slot_is_exclusive_of_the_moment_asked_about()
    {
        Assert.Equal(At("2026-11-24T09:00Z"), Planner("0 9 * * *", "UTC").Next(At("2026-11-23T09:00Z")));
    }

    [Fact]
    public void Every_zone_gets_one_slot_a_day_for_five_years()
    {
        var ends = At("2025-12-31T12:00Z");
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId))
        {
            var planner = new SlotPlanner("30 2 * * *", zone);
            var days = new HashSet<string>();
            var from = At("2021-01-01T12:00Z");

            for (var slot = planner.Next(from); slot <= ends; slot = planner.Next(slot.Value))
                Assert.True(days.Add(planner.WallOf(slot.Value)), $"{zone.Id} {slot}");

            var expected = (TimeZoneInfo.ConvertTime(ends, zone).DateTime.AddHours(-2.5).Date - TimeZoneInfo.ConvertTime(from, zone).DateTime.AddHours(-2.5).Date).Days;
            Assert.True(days.Count == expected && days.All(d => d.EndsWith("T02:30", StringComparison.Ordinal)), $"{zone.Id}: {days.Count} slots, {expected} days");
        }
    }

    [Theory]
    [InlineData("30 2 * * *")]
    [InlineData("0 * * * *")]
    [InlineData("15 * * * *")]
    [InlineData("*/20 1-3 * * *")]
    [InlineData("0,30 0,1,2,3 * * *")]
    [InlineData("59 23 * * 1-5")]
    public void Where_the_zones_rules_are_plain_the_slots_are_those_of_Cronos(string cron)
    {
        var cronos = CronExpression.Parse(cron);
        foreach (var id in new[] { "Europe/Paris", "Europe/London", "America/New_York", "Australia/Lord_Howe", "Australia/Sydney", "Asia/Kathmandu", "Pacific/Chatham", "Asia/Beirut", "America/St_Johns", "America/Santiago" })
        {
            var planner = Planner(cron, id);
            foreach (var from in new[] { "2026-03-01T00:00Z", "2026-09-01T00:00Z", "2026-10-24T00:00Z" })
                Assert.Equal(cronos.GetOccurrences(At(from), At(from).AddDays(70), planner.Zone).Take(1500), planner.Next(At(from).AddMilliseconds(-1), 1500).TakeWhile(s => s < At(from).AddDays(70)));
        }
    }

    [Fact]
    public void Counting_hours_misses_none_and_repeats_none_in_any_zone()
    {
        // Casey's clocks jumped three hours at one minute past midnight; Chatham's and Lord Howe's change at odd minutes.
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones().Where(z => z.SupportsDaylightSavingTime && z.Id is not ("Antarctica/Casey" or "Pacific/Chatham" or "NZ-CHAT" or "Australia/Lord_Howe" or "Australia/LHI")))
        {
            var planner = new SlotPlanner("0 * * * *", zone);

            var slots = planner.Next(At("2022-03-10T00:00Z"), 24 * 28).Concat(planner.Next(At("2022-09-24T00:00Z"), 24 * 45)).ToList();

            foreach (var (one, next) in slots.Zip(slots.Skip(1)).Where(pair => pair.Second - pair.First < TimeSpan.FromDays(100)))
                Assert.True(next - one == TimeSpan.FromHours(1), $"{zone.Id} {one} {next}");
            Assert.Equal(slots.Count, slots.Select(planner.WallOf).Distinct().Count());
        }
    }

    [Fact]
    public void Places_meet_in_the_same_turn_by_the_time_on_their_walls()
    {
        var london = Planner("0 9 * * *", "Europe/London");
        var sydney = Planner("0 9 * * *", "Australia/Sydney");

        var inLondon = london.Next(At("2026-11-23T00:00Z"), 3).Select(london.WallOf);
        var inSydney = sydney.Next(At("2026-11-22T12:00Z"), 3).Select(sydney.WallOf);

        Assert.Equal(["2026-11-23T09:00", "2026-11-24T09:00", "2026-11-25T09:00"], inLondon);
        Assert.Equal(inLondon, inSydney);
    }

    [Theory]
    [InlineData("0 * * * *", "Europe/Paris", "2026-10-25T00:00Z", "2026-10-25T02:00")]
    [InlineData("0 * * * *", "Europe/Paris", "2026-10-25T01:00Z", "2026-10-25T02:00 again")]
    [InlineData("30 2 * * *", "Europe/Paris", "2026-03-29T01:00Z", "2026-03-29T02:30")]
    public void A_repeated_hour_is_a_turn_of_its_own_and_a_skipped_time_counts_as_itself(string cron, string zone, string slot, string wall)
    {
        Assert.Equal(wall, Planner(cron, zone).WallOf(At(slot)));
    }

    private static SlotPlanner Planner(string cron, string zone) => new(cron, Zones.Find(zone)!);

    private static DateTimeOffset At(string iso) => DateTimeOffset.Parse(iso, CultureInfo.InvariantCulture);
}
