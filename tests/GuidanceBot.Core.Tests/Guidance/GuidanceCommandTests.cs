using GuidanceBot.Chat;
using GuidanceBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GuidanceBot.Core.Tests.Guidance;

public sealed class GuidanceCommandTests
{
    public static TheoryData<int> Twelve => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Twelve))]
    public async Task The_first_screen_of_every_takeaway_is_read_at_a_glance_and_links_the_video(int number)
    {
        await using var bot = await TestBot.StartAsync();

        var card = (await bot.TypeAsync($"takeaway {number}")).Card();

        Assert.InRange(card.Words(), 1, 60);
        Assert.StartsWith($"{number}. {SomePacks.Takeaways[number].Wording}", card.Title);
        Assert.Contains(card.Blocks, b => b is LinkBlock link && link.Address == SomePacks.Takeaways.Video.Link);
    }

    [Theory]
    [MemberData(nameof(Twelve))]
    public async Task More_shows_what_to_do_an_example_the_sources_and_whose_words_these_are(int number)
    {
        await using var bot = await TestBot.StartAsync();
        var takeaway = SomePacks.Takeaways[number];

        var more = (await bot.PressAsync((await bot.TypeAsync($"takeaway {number}")).Card(), "More", Some.Ana)).Card().Text();

        Assert.All(takeaway.Do.Concat(takeaway.Avoid), line => Assert.Contains(line, more));
        Assert.Contains(takeaway.Example.After, more);
        Assert.All(takeaway.Sources, source => Assert.Contains(source.Title, more));
        Assert.Contains("one blogger's favourites", more);
    }

    [Theory]
    [InlineData("sleep on it", 11)]
    [InlineData("#5", 5)]
    [InlineData("where the patients are", 2)]
    public async Task A_takeaway_is_found_by_number_or_a_few_words(string which, int expected)
    {
        await using var bot = await TestBot.StartAsync();

        var card = (await bot.TypeAsync($"takeaway {which}")).Card();

        Assert.StartsWith($"{expected}. ", card.Title);
    }

    [Theory]
    [InlineData("13")]
    [InlineData("0")]
    [InlineData("how do I centre a div")]
    public async Task What_fits_no_takeaway_says_how_to_find_one(string which)
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Contains("1 to 12", (await bot.TypeAsync($"takeaway {which}")).Card().Text());
    }

    [Fact]
    public async Task The_list_shows_all_twelve_a_screen_at_a_time_there_and_back()
    {
        await using var bot = await TestBot.StartAsync();
        var card = (await bot.TypeAsync("takeaways")).Card();
        var first = card.Text();
        var seen = first;
        var pages = 1;

        for (; card.Buttons.Any(b => b.Label == "More"); pages++)
        {
            Assert.InRange(card.Words(), 1, 60);
            card = (await bot.PressAsync(card, "More", Some.Ana)).Card();
            seen += card.Text();
        }

        for (var back = 1; back < pages; back++)
            card = (await bot.PressAsync(card, "Back", Some.Ana)).Card();

        Assert.All(SomePacks.Takeaways.Takeaways, t => Assert.Contains(t.Wording, seen));
        Assert.Equal(first, card.Text());
    }

    [Fact]
    public async Task A_question_gets_the_takeaway_that_fits()
    {
        await using var bot = await TestBot.StartAsync();

        var card = (await bot.TypeAsync("ask is a private group really private?")).Card();

        Assert.StartsWith("5. ", card.Title);
    }

    [Fact]
    public async Task On_law_it_names_who_to_ask_before_what_fits_here()
    {
        await using var bot = await TestBot.StartAsync();

        var card = (await bot.TypeAsync("ask is it illegal to post an x-ray?")).Card();

        Assert.StartsWith("I can't say what the law requires. Your privacy lead or defence body can.", ((TextBlock)card.Blocks[0]).Text);
    }

    [Fact]
    public async Task On_doses_it_points_to_the_formulary_or_a_pharmacist()
    {
        await using var bot = await TestBot.StartAsync();

        var card = (await bot.TypeAsync("ask what dose of amoxicillin for a child of 20 kg?")).Card();

        Assert.Contains("I only know about being online; use your formulary or a pharmacist.", card.Text());
    }

    [Theory]
    [InlineData("ask")]
    [InlineData("check")]
    public async Task Distress_in_a_question_or_draft_gets_support_and_nothing_else(string command)
    {
        await using var bot = await TestBot.StartAsync(change: WithRealRules);

        var card = (await bot.TypeAsync($"{command} I can't go on like this, I want to end my life")).Card();

        Assert.Contains("What you wrote sounds heavy.", card.Text());
        Assert.Contains("116 123", card.Text());
        Assert.Empty(card.Buttons);
    }

    [Fact]
    public async Task A_draft_without_findings_is_never_called_fine()
    {
        await using var bot = await TestBot.StartAsync(change: WithRealRules);

        var card = (await bot.TypeAsync("check The new rota is out, thank you to everybody who swapped")).Card();

        Assert.Equal("I recognised nothing", card.Title);
        Assert.Contains("Your call.", card.Text());
    }

    [Fact]
    public async Task A_risky_draft_says_what_and_why_in_private()
    {
        await using var bot = await TestBot.StartAsync(change: WithRealRules);

        var card = (await bot.TypeAsync("check can someone review Aurelia Thistlewood on 5B, sats dropping")).Card();

        Assert.Equal("Worth a second look", card.Title);
        Assert.Contains("A patient may be recognisable", card.Text());
        Assert.Contains("I kept nothing of this draft.", card.Text());
        Assert.Equal(AnswerKind.Form, bot.Catalog.FindCommand("check")!.Answer);
    }

    [Fact]
    public async Task Every_word_that_may_point_to_a_patient_is_named_at_once()
    {
        await using var bot = await TestBot.StartAsync(change: WithRealRules);

        var words = (await bot.TypeAsync("check Just told Mr Aurelio Vanterpool on ward 7 he has two months, dob 3/4/1951")).Card().Text();

        Assert.Contains("Vanterpool", words);
        Assert.Contains("ward 7", words);
        Assert.Contains("3/4/1951", words);
    }

    [Fact]
    public async Task Check_without_a_draft_asks_for_one_and_says_first_to_leave_names_out()
    {
        await using var bot = await TestBot.StartAsync();

        var form = (await bot.TypeAsync("check")).Form();

        Assert.Contains("Leave real names out even here", form.Intro);
    }

    private static void WithRealRules(IServiceCollection services) => services.AddSingleton(SomePacks.Screener);
}
