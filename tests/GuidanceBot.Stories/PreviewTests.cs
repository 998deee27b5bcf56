using System.Net;
using Xunit;

namespace GuidanceBot.Stories;

/// <summary>Looking at what the bot says as other platforms would show it.</summary>
public sealed class PreviewTests
{
    [Fact]
    public async Task Every_answer_of_the_catalog_can_be_looked_at_as_each_platform_would_show_it()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = new HttpClient { BaseAddress = bot.Address };

        foreach (var platform in (string[])["discord", "slack"])
        {
            Assert.Contains("8. Anonymity betrays", await page.GetStringAsync($"/preview/{platform}?typed=takeaway%208"));
            Assert.Contains("Set up GuidanceBot", await page.GetStringAsync($"/preview/{platform}?typed=setup"));
        }

        Assert.Contains("class=\"slack modal\"", await page.GetStringAsync("/preview/slack?typed=setup"));
        Assert.DoesNotContain("cannot draw", await page.GetStringAsync("/preview/slack?typed=setup"));
        Assert.Equal(HttpStatusCode.NotFound, (await page.GetAsync("/preview/telegraph")).StatusCode);
    }

    [Fact]
    public async Task A_flags_card_that_stands_in_the_playground_can_be_looked_at_too()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("said.jsonl"), """{"id":"x1","text":"pt's NHS number is 943 476 5870, can somebody chase her results"}""" + "\n");
        await using var bot = await RunningBot.StartAsync(("Playground__Replay", folder.File("said.jsonl")));
        using var page = new HttpClient { BaseAddress = bot.Address };
        await Store.UntilAsync("the flag's card stands", () => Store.Count(bot.File("playground.db"), "SELECT count(*) FROM messages WHERE card IS NOT NULL") > 0);
        var message = Store.Column(bot.File("playground.db"), "SELECT id FROM messages WHERE card IS NOT NULL")[0];

        foreach (var platform in (string[])["discord", "slack"])
            Assert.Contains("A patient may be recognisable", await page.GetStringAsync($"/preview/{platform}?message={message}"));
    }

    [Fact]
    public async Task What_somebody_types_stays_text_and_a_page_that_is_opened_changes_nothing()
    {
        await using var bot = await RunningBot.StartAsync();
        using var page = new HttpClient { BaseAddress = bot.Address };

        var hostile = await page.GetStringAsync("/preview/discord?typed=%3Cscript%3Ealert(1)%3C/script%3E");
        var admins = await page.GetStringAsync("/preview/discord?typed=tips%20remove%20%231");

        Assert.DoesNotContain("<script", hostile);
        Assert.Contains("An admin of this community can do this. Nothing was changed.", admins);
    }

    [Fact]
    public async Task Without_the_playground_there_is_nothing_to_preview()
    {
        await using var bot = await RunningBot.StartAsync(("Playground__Enabled", "false"));
        using var page = new HttpClient { BaseAddress = bot.Address };

        Assert.Equal(HttpStatusCode.NotFound, (await page.GetAsync("/preview/discord")).StatusCode);
    }
}
