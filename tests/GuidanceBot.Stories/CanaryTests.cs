using Xunit;

namespace GuidanceBot.Stories;

/// <summary>Words that must never leave the place where they were written: they are looked for in every row, log line and card.</summary>
public sealed class CanaryTests
{
    [Fact]
    public async Task What_was_written_in_distress_or_in_a_flagged_story_stands_in_no_row_log_or_card()
    {
        using var data = new TempFolder();
        await File.WriteAllLinesAsync(data.File("replay.jsonl"),
        [
            """{"id":"distress","text":"quixotic wombat, I want to end my life and have the tablets here"}""",
            """{"id":"story","text":"zephyrine marmot: our 34-year-old from Tuesday's bus crash in Ludlow, the only one with Erdheim-Chester in the county, woke up today and asked for her twins"}""",
            """{"id":"plain","text":"jocular pangolin, thank you to everybody on nights"}""",
        ]);

        await using var bot = await BotProcess.ServeAsync(data.Path, new Dictionary<string, string> { ["Playground__Replay"] = data.File("replay.jsonl") });
        await Store.UntilAsync("the story is flagged and shown", () => Store.Count(data.Bot(), "SELECT count(*) FROM Flags WHERE CardMessage IS NOT NULL") == 1);
        await Store.UntilAsync("support was offered", () => Store.Count(data.Chat(), "SELECT count(*) FROM messages WHERE channel = 'dm-ana'") == 1);

        Assert.Equal("story", Assert.Single(Store.Column(data.Bot(), "SELECT Message FROM Flags")));
        var cards = string.Join('\n', Store.Column(data.Chat(), "SELECT card FROM messages WHERE card IS NOT NULL"));
        foreach (var canary in new[] { "quixotic", "wombat", "tablets", "zephyrine", "marmot", "Ludlow", "Erdheim", "twins", "jocular", "pangolin" })
        {
            Assert.DoesNotContain(canary, Store.Dump(data.Bot()), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(canary, bot.Log, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(canary, cards, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task No_row_or_log_line_tells_that_somebody_was_in_distress()
    {
        using var data = new TempFolder();
        await File.WriteAllTextAsync(data.File("replay.jsonl"), """{"id":"msg-4711","text":"I want to end my life"}""");

        await using var bot = await BotProcess.ServeAsync(data.Path, new Dictionary<string, string> { ["Playground__Replay"] = data.File("replay.jsonl") });
        await Store.UntilAsync("support was offered", () => Store.Count(data.Chat(), "SELECT count(*) FROM messages WHERE channel = 'dm-ana'") == 1);

        Assert.Equal(0, Store.Count(data.Bot(), "SELECT count(*) FROM Flags"));
        Assert.DoesNotContain("msg-4711", bot.Log);
        Assert.DoesNotContain("distress", bot.Log, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("distress", Store.Dump(data.Bot()), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("ana", Store.Column(data.Bot(), "SELECT * FROM PrivateWords"));
    }
}
