using System.Text;
using Xunit;

namespace GuidanceBot.Stories.Browser;

/// <summary>A draft that was checked is kept nowhere.</summary>
[Collection(BrowserStories.Name)]
public sealed class CheckedDraft(Chromium chromium)
{
    [BrowserFact]
    public async Task The_words_of_a_checked_draft_stand_in_no_file_and_no_log_line()
    {
        await using var bot = await RunningBot.StartAsync();
        var ana = await chromium.OpenAsync(bot, "ana");

        await ana.SayAsync("/check voluble narwhal: pt's NHS number is 943 476 5870, can somebody chase her results");
        await ana.SeesAsync("Worth a second look");
        await ana.SayAsync("Morning all");
        await Store.UntilAsync("what came after is kept", () => Store.Count(bot.File("playground.db"), "SELECT count(*) FROM messages WHERE text = 'Morning all'") == 1);
        await bot.KillAsync();

        Assert.DoesNotContain("narwhal", bot.Log);
        Assert.All(Directory.EnumerateFiles(bot.File("."), "*", SearchOption.AllDirectories), file =>
            Assert.DoesNotContain("narwhal", Encoding.UTF8.GetString(File.ReadAllBytes(file))));
    }
}
