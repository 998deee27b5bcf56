using GuidanceBot.Playground.Clock;
using GuidanceBot.Playground.Store;
using Xunit;

namespace GuidanceBot.Playground.Tests.Clock;

public sealed class PlaygroundClockTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("clock-test");

    [Fact]
    public void It_moves_forward_and_never_back()
    {
        var clock = Open();
        var tomorrow = clock.GetUtcNow().AddDays(1);

        Assert.True(clock.MoveTo(tomorrow));
        Assert.False(clock.MoveTo(tomorrow.AddHours(-2)));

        Assert.InRange(clock.GetUtcNow(), tomorrow, tomorrow.AddMinutes(5));
    }

    [Fact]
    public void What_it_was_moved_by_outlives_a_restart()
    {
        var later = Open().GetUtcNow().AddDays(3);
        Open().MoveTo(later);

        Assert.InRange(Open().GetUtcNow(), later, later.AddMinutes(5));
    }

    [Fact]
    public async Task A_sleeper_wakes_when_the_clock_passes_its_moment()
    {
        var clock = Open();
        var sleeping = Task.Delay(TimeSpan.FromDays(45), clock);

        clock.MoveTo(clock.GetUtcNow().AddDays(301));

        await sleeping.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task A_sleeper_whose_moment_has_not_come_sleeps_on()
    {
        var clock = Open();
        using var enough = new CancellationTokenSource();
        var early = Task.Delay(TimeSpan.FromDays(2), clock, enough.Token);
        var late = Task.Delay(TimeSpan.FromDays(4), clock, enough.Token);

        clock.MoveTo(clock.GetUtcNow().AddDays(3));

        await early.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(late.IsCompleted);
        await enough.CancelAsync();
    }

    [Fact]
    public void Elapsed_time_includes_what_was_skipped()
    {
        var clock = Open();
        var start = clock.GetTimestamp();

        clock.MoveTo(clock.GetUtcNow().AddHours(5));

        Assert.InRange(clock.GetElapsedTime(start), TimeSpan.FromHours(5), TimeSpan.FromHours(5.1));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Delete(recursive: true);
    }

    private PlaygroundClock Open() => new(new Kept(new PlaygroundDb(Path.Combine(_folder.FullName, "playground.db"))));
}
