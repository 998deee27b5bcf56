using System.Diagnostics;
using System.Globalization;
using GuidanceBot.Chat;
using GuidanceBot.Testing;

namespace GuidanceBot.Benchmarks.Tips;

/// <summary>How long the bot itself takes when many tips are due at the same moment: a hundred schedules, SQLite in a file, a platform that answers at once.</summary>
internal static class TipsFigures
{
    private const int Schedules = 100;

    public static async Task<int> RunAsync()
    {
        await using var bot = await TestBot.StartAsync(folder: "");
        for (var i = 0; i < Schedules; i++)
        {
            var channel = $"place-{i.ToString(CultureInfo.InvariantCulture)}";
            bot.Platform.Channels.Add(new ChannelInfo(Some.Channel(channel), channel));
            await bot.TypeAsync("tips add when:daily at 9:00 zone:Europe/London", Some.Admin, channel);
        }

        // The first morning warms the code, the next ones count.
        for (var morning = 0; morning < 5; morning++)
        {
            var now = bot.Clock.GetUtcNow();
            bot.Clock.Advance(now.Date.AddDays(1).AddHours(9) - now.DateTime);
            var before = bot.Platform.Posts.Count;
            var watch = Stopwatch.StartNew();
            await bot.RunDueAsync();
            Console.WriteLine($"morning {morning}: {bot.Platform.Posts.Count - before} tips posted and recorded in {watch.ElapsedMilliseconds} ms");
        }

        return 0;
    }
}
