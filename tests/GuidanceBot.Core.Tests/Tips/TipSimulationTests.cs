using GuidanceBot.Testing;
using GuidanceBot.Tips;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GuidanceBot.Core.Tests.Tips;

public sealed class TipSimulationTests
{
    private static readonly string[] Zones =
    [
        "Europe/London", "America/New_York", "America/Chihuahua", "Australia/Lord_Howe", "Pacific/Chatham", "Africa/Casablanca", "Asia/Kathmandu", "Africa/Cairo",
    ];

    [Theory]
    [InlineData("30 2 * * 0,3", 400)]
    [InlineData("0 */6 * * *", 20)]
    public async Task Over_the_years_every_place_gets_every_slot_once_whatever_crashes(string cron, int days)
    {
        await using var bot = await TestBot.StartAsync();
        var start = new DateTimeOffset(2026, 9, 20, 12, 0, 0, TimeSpan.Zero);
        var ends = start.AddDays(days);
        bot.Clock.SetUtcNow(start);
        await bot.TypeAsync($"tips add \"{cron}\" zone:{Zones[0]} channel:tips", Some.Admin);
        foreach (var zone in Zones.Skip(1))
            await bot.TypeAsync($"tips add with:#1 zone:{zone} channel:tips", Some.Admin);
        var chance = new Random(days);
        var crashes = 0;

        for (var now = start; now < ends;)
        {
            bot.Clock.SetUtcNow(now);
            using var crash = new CancellationTokenSource();
            var (when, after) = (chance.Next(12), chance.Next(2) == 0);
            var posts = 0;
            bot.Platform.BeforePost = () =>
            {
                if (Interlocked.Increment(ref posts) != when)
                    return Task.CompletedTask;
                crash.Cancel();
                return after ? Task.CompletedTask : throw new OperationCanceledException(crash.Token);
            };

            await using var scope = bot.Services.CreateAsyncScope();
            try
            {
                now = await scope.ServiceProvider.GetRequiredService<TipAlarm>().RunDueAsync(now, crash.Token) ?? ends;
            }
            catch (OperationCanceledException)
            {
                // The next process starts a little later.
                crashes++;
                now = now.AddSeconds(20);
            }
        }

        Assert.True(crashes > 10, $"{crashes} crashes");
        await using var db = await bot.OpenDatabaseAsync();
        foreach (var place in db.Places.ToList())
        {
            var due = SlotPlanner.Find(cron, place.Zone)!.Next(start, int.MaxValue).TakeWhile(s => s < ends.AddMinutes(-5));
            var keys = due.Select(slot => Posting.KeyOf("tip", place.Id, slot)).ToList();
            Assert.All(keys, key => Assert.Single(bot.Platform.Posts, p => p.Key == key));
        }

        var turns = db.Turns.OrderBy(t => t.Ordinal).Select(t => t.TipId).ToList();
        foreach (var round in turns.Chunk(SomePacks.Tips.Tips.Count))
            Assert.Equal(round.Length, round.Distinct().Count());
    }
}
