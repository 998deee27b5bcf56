using GuidanceBot.Chat;
using GuidanceBot.Testing;
using GuidanceBot.Tips;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Tips;

public sealed class TipAlarmTests
{
    [Fact]
    public async Task A_tip_arrives_at_its_slot_in_each_places_own_morning_and_it_is_the_same_tip()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("tips add weekdays at 9:00 zone:Europe/London channel:tips", Some.Admin);
        await bot.TypeAsync("tips add with:#1 zone:Australia/Sydney channel:general", Some.Admin);

        Assert.Equal(At(2, 22), await WakesAsync(bot, At(2, 12)));
        await ToAsync(bot, At(2, 22));
        var sydney = Assert.Single(bot.Platform.PostsIn("general"));
        Assert.Empty(bot.Platform.PostsIn("tips"));
        await ToAsync(bot, At(3, 9));
        var london = Assert.Single(bot.Platform.PostsIn("tips"));

        Assert.Equal(sydney.Card.Preview, london.Card.Preview);
        Assert.True(london.Silent);
    }

    [Fact]
    public async Task Nothing_is_posted_twice_or_before_its_time()
    {
        await using var bot = await StartDailyAsync();

        await ToAsync(bot, At(3, 8, 59));
        Assert.Empty(bot.Platform.Posts);
        await ToAsync(bot, At(3, 9));
        await bot.RunDueAsync();
        await ToAsync(bot, At(3, 9, 1));

        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task The_rotation_and_the_next_slot_survive_a_restart()
    {
        var folder = Directory.CreateTempSubdirectory("guidancebot-tips").FullName;
        try
        {
            var (platform, clock) = (new FakePlatform(), new FakeTimeProvider(Some.Start));
            await using (var bot = await TestBot.StartAsync(folder: folder, platform: platform, clock: clock))
            {
                await bot.TypeAsync("tips add daily at 9:00 channel:tips", Some.Admin);
                await ToAsync(bot, At(3, 9));
            }

            for (var day = 4; day < 12; day++)
            {
                await using var bot = await TestBot.StartAsync(folder: folder, platform: platform, clock: clock);
                await ToAsync(bot, At(day, 9));
            }

            Assert.Equal(9, platform.Posts.Select(p => p.Card.Preview).Distinct().Count());
            Assert.Equal(9, platform.Posts.Count);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_between_claim_and_record_neither_loses_nor_doubles_the_tip(bool alreadyPosted)
    {
        await using var bot = await StartDailyAsync();
        bot.Clock.SetUtcNow(At(3, 9));
        using var crash = new CancellationTokenSource();
        bot.Platform.BeforePost = () =>
        {
            crash.Cancel();
            return alreadyPosted ? Task.CompletedTask : throw new OperationCanceledException(crash.Token);
        };

        await using (var scope = bot.Services.CreateAsyncScope())
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => scope.ServiceProvider.GetRequiredService<TipAlarm>().RunDueAsync(At(3, 9), crash.Token));
        bot.Platform.BeforePost = () => Task.CompletedTask;
        Assert.Equal(alreadyPosted ? 1 : 0, bot.Platform.Posts.Count);
        await bot.PassAsync(TipLedger.Lease - TimeSpan.FromSeconds(1));
        Assert.Equal(alreadyPosted ? 1 : 0, bot.Platform.Posts.Count);
        await bot.PassAsync(TimeSpan.FromSeconds(1));

        Assert.Single(bot.Platform.Posts);
        Assert.Equal(PostingState.Posted, Assert.Single(await LedgerAsync(bot)).State);
    }

    [Fact]
    public async Task Two_nodes_on_one_database_post_each_slot_once()
    {
        var folder = Directory.CreateTempSubdirectory("guidancebot-tips").FullName;
        try
        {
            // Without the platform's own idempotency: the ledger alone must do.
            var (one, other, clock) = (new FakePlatform(), new FakePlatform(), new FakeTimeProvider(Some.Start));
            await using var first = await TestBot.StartAsync(folder: folder, platform: one, clock: clock);
            await using var second = await TestBot.StartAsync(folder: folder, platform: other, clock: clock);
            foreach (var zone in new[] { "Europe/London", "Europe/Lisbon", "Africa/Accra", "Europe/Dublin", "Africa/Abidjan", "Atlantic/Reykjavik" })
                await first.TypeAsync($"tips add hourly zone:{zone} channel:tips", Some.Admin);

            for (var hour = 11; hour < 18; hour++)
            {
                clock.SetUtcNow(At(2, hour));
                await Task.WhenAll(Task.Run(first.RunDueAsync), Task.Run(second.RunDueAsync));
            }

            Assert.Equal(7 * 6, one.Posts.Count + other.Posts.Count);
            Assert.Equal(7 * 6, one.Posts.Concat(other.Posts).Select(p => p.Key).Distinct().Count());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task After_an_outage_at_most_the_latest_tip_is_posted_late_and_the_others_are_skipped()
    {
        await using var bot = await StartDailyAsync();

        await ToAsync(bot, At(6, 12));

        Assert.Single(bot.Platform.Posts);
        Assert.Equal(
            [PostingState.Skipped, PostingState.Skipped, PostingState.Skipped, PostingState.Posted],
            (await LedgerAsync(bot)).Select(p => p.State));
    }

    [Fact]
    public async Task A_tip_that_is_too_late_is_left_out()
    {
        await using var bot = await StartDailyAsync();

        await ToAsync(bot, At(3, 15, 1));
        Assert.Empty(bot.Platform.Posts);
        await ToAsync(bot, At(4, 9));

        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_paused_schedule_posts_nothing_and_goes_on_without_making_up()
    {
        await using var bot = await StartDailyAsync();

        await bot.TypeAsync("tips pause", Some.Admin);
        await ToAsync(bot, At(4, 10));
        Assert.Empty(bot.Platform.Posts);
        await bot.TypeAsync("tips resume #1", Some.Admin);
        await ToAsync(bot, At(4, 11));
        Assert.Empty(bot.Platform.Posts);
        await ToAsync(bot, At(5, 9));

        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_removed_schedule_posts_nothing_and_leaves_no_rows()
    {
        await using var bot = await StartDailyAsync();
        await ToAsync(bot, At(3, 9));

        await bot.TypeAsync("tips remove 1", Some.Admin);
        await ToAsync(bot, At(4, 9));

        Assert.Single(bot.Platform.Posts);
        await using var db = await bot.OpenDatabaseAsync();
        Assert.Equal((0, 0, 0), (await db.Schedules.CountAsync(), await db.Turns.CountAsync(), await db.Postings.CountAsync()));
    }

    [Fact]
    public async Task The_clocks_going_forward_move_no_morning()
    {
        await using var bot = await StartDailyAsync();

        for (var day = 3; day < 31; day++)
            await ToAsync(bot, At(day, day < 29 ? 9 : 8));

        Assert.Equal(28, bot.Platform.Posts.Count);
        Assert.All(await LedgerAsync(bot), p => Assert.Equal(p.Slot, p.PostedAt));
    }

    [Fact]
    public async Task A_platform_that_does_not_answer_is_tried_again()
    {
        await using var bot = await StartDailyAsync();
        bot.Platform.PostRefusal = Outcome.Failed;

        await ToAsync(bot, At(3, 9));
        bot.Platform.PostRefusal = null;
        Assert.Equal(At(3, 9).AddSeconds(30), await bot.PassAsync(TimeSpan.FromSeconds(10)));
        await bot.PassAsync(TimeSpan.FromSeconds(20));

        Assert.Single(bot.Platform.Posts);
    }

    [Fact]
    public async Task A_platform_that_throws_for_one_place_keeps_no_other_from_its_tip()
    {
        await using var bot = await StartDailyAsync();
        await bot.TypeAsync("tips add daily at 9:00 channel:cases", Some.Admin);
        var calls = 0;
        bot.Platform.BeforePost = () => Interlocked.Increment(ref calls) == 1 ? throw new InvalidOperationException() : Task.CompletedTask;

        await ToAsync(bot, At(3, 9));
        Assert.Single(bot.Platform.Posts);
        await bot.PassAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(2, bot.Platform.Posts.Count);
    }

    [Fact]
    public async Task A_place_that_keeps_failing_is_told_to_the_moderators_once_and_stands_in_the_list()
    {
        await using var bot = await StartDailyAsync();
        bot.Platform.Channels.RemoveAll(c => c.Name == "tips");
        bot.Platform.BeforePost = () =>
        {
            bot.Platform.PostRefusal = bot.Platform.PostRefusal is null ? Outcome.Gone : null;
            return Task.CompletedTask;
        };

        for (var day = 3; day < 6; day++)
        {
            bot.Platform.PostRefusal = null;
            await ToAsync(bot, At(day, 9));
        }

        var warning = Assert.Single(bot.Platform.PostsIn("moderators")).Card.Text();
        Assert.Contains("#1", warning, StringComparison.Ordinal);
        Assert.Contains("3 tips were not posted: the channel is gone", (await bot.TypeAsync("tips list", Some.Admin)).Card().Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_places_due_together_all_get_their_tip()
    {
        await using var bot = await TestBot.StartAsync(folder: "");
        bot.Platform.Channels.AddRange(Enumerable.Range(0, 100).Select(i => new ChannelInfo(Some.Channel($"c{i}"), $"c{i}")));
        await bot.TypeAsync("tips add daily at 9:00 channel:c0", Some.Admin);
        for (var i = 1; i < 100; i++)
            await bot.TypeAsync($"tips add with:#1 channel:c{i}", Some.Admin);

        await ToAsync(bot, At(3, 9));

        Assert.Equal(100, bot.Platform.Posts.Select(p => p.Address.Channel).Distinct().Count());
        Assert.Single(bot.Platform.Posts.Select(p => p.Card.Preview).Distinct());
    }

    [Fact]
    public async Task A_tip_posted_now_moves_no_slot_and_is_not_repeated_by_the_next()
    {
        await using var bot = await StartDailyAsync();

        var answer = (await bot.TypeAsync("tips now", Some.Admin)).Card().Text();
        await ToAsync(bot, At(3, 9));

        Assert.Contains("Posted in #tips", answer, StringComparison.Ordinal);
        Assert.Equal(2, bot.Platform.Posts.Select(p => p.Card.Preview).Distinct().Count());
    }

    private static async Task<TestBot> StartDailyAsync()
    {
        var bot = await TestBot.StartAsync();
        await bot.TypeAsync("tips add daily at 9:00 channel:tips", Some.Admin);
        return bot;
    }

    private static DateTimeOffset At(int day, int hour, int minute = 0) => new(2026, 3, day, hour, minute, 0, TimeSpan.Zero);

    private static async Task ToAsync(TestBot bot, DateTimeOffset at)
    {
        bot.Clock.SetUtcNow(at);
        await bot.RunDueAsync();
    }

    private static async Task<DateTimeOffset?> WakesAsync(TestBot bot, DateTimeOffset at)
    {
        bot.Clock.SetUtcNow(at);
        await using var scope = bot.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TipAlarm>().RunDueAsync(at, CancellationToken.None);
    }

    private static async Task<List<Posting>> LedgerAsync(TestBot bot)
    {
        await using var db = await bot.OpenDatabaseAsync();
        return await db.Postings.OrderBy(p => p.Slot).ToListAsync();
    }
}
