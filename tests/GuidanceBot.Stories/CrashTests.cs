using Xunit;

namespace GuidanceBot.Stories;

/// <summary>A power cut between saving a flag and showing it.</summary>
public sealed class CrashTests
{
    private const string Risky = """{"id":"m1","text":"pt's NHS number is 943 476 5870, can somebody chase her results"}""";

    [Fact]
    public async Task A_flag_that_was_saved_but_not_shown_gets_its_card_exactly_once()
    {
        using var data = new TempFolder();
        await File.WriteAllTextAsync(data.File("replay.jsonl"), Risky);
        await using (await BotProcess.ServeAsync(data.Path))
            await Store.UntilAsync("the playground has its store", () => File.Exists(data.Chat()));

        // No card can be posted, as if the platform were away.
        Store.Run(data.Chat(), "CREATE TRIGGER away BEFORE INSERT ON messages WHEN NEW.channel = 'moderators' BEGIN SELECT RAISE(ABORT, 'away'); END");
        await using (var bot = await BotProcess.ServeAsync(data.Path, Replaying(data)))
        {
            await Store.UntilAsync("the flag is saved", () => Store.Count(data.Bot(), "SELECT count(*) FROM Flags") == 1);
            await bot.KillAsync();
        }

        Assert.Equal(0, Cards(data));
        Store.Run(data.Chat(), "DROP TRIGGER away");

        await using (await BotProcess.ServeAsync(data.Path))
        {
            await Store.UntilAsync("the card is shown", () => Cards(data) == 1);
            await Store.UntilAsync("the flag knows its card", () => Store.Count(data.Bot(), "SELECT count(*) FROM Flags WHERE CardMessage IS NOT NULL") == 1);
        }

        await using (await BotProcess.ServeAsync(data.Path, Replaying(data)))
            Assert.Equal((1, 1), (Cards(data), Store.Count(data.Bot(), "SELECT count(*) FROM Flags")));
    }

    [Fact]
    public async Task Killed_at_any_moment_of_a_replay_no_flag_is_lost_or_doubled()
    {
        using var data = new TempFolder();
        await File.WriteAllLinesAsync(data.File("replay.jsonl"), Enumerable.Range(0, 60).Select(i => Risky.Replace("m1", $"m{i}")));

        foreach (var atLeast in new[] { 1, 20, 40 })
        {
            await using var bot = await BotProcess.ServeAsync(data.Path, Replaying(data));
            await Store.UntilAsync($"{atLeast} flags are saved", () => Store.Count(data.Bot(), "SELECT count(*) FROM Flags") >= atLeast);
            await bot.KillAsync();
        }

        await using var last = await BotProcess.ServeAsync(data.Path, Replaying(data));
        await Store.UntilAsync("every message has its flag and every flag its card", () =>
            Store.Count(data.Bot(), "SELECT count(*) FROM Flags WHERE CardMessage IS NOT NULL") == 60);

        Assert.Equal(60, Store.Count(data.Bot(), "SELECT count(*) FROM Flags"));
        Assert.Equal(60, Cards(data));
    }

    private static long Cards(TempFolder data) => Store.Count(data.Chat(), "SELECT count(*) FROM messages WHERE channel = 'moderators'");

    private static Dictionary<string, string> Replaying(TempFolder data) => new() { ["Playground__Replay"] = data.File("replay.jsonl") };
}
