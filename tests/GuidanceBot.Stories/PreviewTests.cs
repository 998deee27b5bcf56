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
