using GuidanceBot.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace GuidanceBot.Core.Tests.Tips;

public sealed class TipRetentionTests
{
    [Fact]
    public async Task Old_rows_of_the_ledger_go_and_every_round_still_shows_every_tip_once()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.TypeAsync("tips add every 4 hours zone:UTC", Some.Admin, "tips");
        var tips = SomePacks.Tips.Tips.Count;

        for (var slot = 0; slot < 100 * 6; slot++)
            await bot.PassAsync(TimeSpan.FromHours(4));

        await using var db = await bot.OpenDatabaseAsync();
        Assert.InRange(await db.Postings.CountAsync(), 90 * 6, (90 * 6) + 4);
        Assert.InRange(await db.Turns.CountAsync(), 2 * tips, (4 * tips) + 4);
        var posts = bot.Platform.PostsIn("tips");
        Assert.Equal(600, posts.Count);
        Assert.All(posts.Chunk(tips).Where(round => round.Length == tips), round => Assert.Equal(tips, round.Select(p => p.Card.Text()).Distinct().Count()));
    }
}
