using CsCheck;
using GuidanceBot.Tips;
using Xunit;

namespace GuidanceBot.Core.Tests.Tips;

public sealed class TipRotationTests
{
    [Fact]
    public void No_tip_repeats_until_all_were_used_and_no_takeaway_comes_twice_running()
    {
        Gen.Int.Sample(seed =>
        {
            var tips = Tips(12, 6);
            var turns = Play(tips, seed, 5 * tips.Count);

            foreach (var round in turns.Chunk(tips.Count))
                Assert.Equal(tips.Count, round.Select(t => t.TipId).Distinct().Count());
            var takeaways = turns.Select(t => tips.First(p => p.Id == t.TipId).Takeaway).ToList();
            Assert.All(takeaways.Zip(takeaways.Skip(1)), pair => Assert.NotEqual(pair.First, pair.Second));
        }, iter: 50);
    }

    [Fact]
    public void Two_schedules_differ_and_each_is_repeatable()
    {
        var tips = Tips(12, 6);

        Assert.Equal(Play(tips, 7, 30).Select(t => t.TipId), Play(tips, 7, 30).Select(t => t.TipId));
        Assert.NotEqual(Play(tips, 7, 30).Select(t => t.TipId), Play(tips, 8, 30).Select(t => t.TipId));
    }

    [Fact]
    public void A_new_tip_joins_the_round_and_a_tip_that_is_gone_is_not_missed()
    {
        var before = Tips(3, 2);
        var turns = Play(before, 1, 4);
        var after = before.Skip(1).Append(new Tip("new", 3, "New.", false, [])).ToList();

        for (var i = 0; i < 10; i++)
            Take(after, turns, 1);

        Assert.Contains(turns.Skip(4).Take(after.Count), t => t.TipId == "new");
        Assert.DoesNotContain(turns.Skip(4), t => t.TipId == before[0].Id);
    }

    [Fact]
    public void A_single_tip_is_better_than_none()
    {
        Assert.Equal(["a1-1", "a1-1", "a1-1"], Play(Tips(1, 1), 3, 3).Select(t => t.TipId));
    }

    private static List<Tip> Tips(int takeaways, int each) =>
        [.. Enumerable.Range(1, takeaways).SelectMany(t => Enumerable.Range(1, each).Select(i => new Tip($"a{t}-{i}", t, "Text.", false, [])))];

    private static List<Turn> Play(List<Tip> tips, int seed, int count)
    {
        var turns = new List<Turn>();
        for (var i = 0; i < count; i++)
            Take(tips, turns, seed);
        return turns;
    }

    private static void Take(List<Tip> tips, List<Turn> turns, int seed)
    {
        var (tip, round) = TipRotation.Next(tips, [.. turns.TakeLast(2 * tips.Count)], seed);
        turns.Add(new Turn { ScheduleId = Guid.Empty, Wall = $"{turns.Count}", Ordinal = turns.Count + 1, Round = round, TipId = tip.Id });
    }
}
