using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Commands;

public sealed class CatalogTests
{
    [Fact]
    public async Task Every_command_fits_the_limits_of_the_platforms()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.All(bot.Catalog.Commands, command =>
        {
            Assert.Matches("^[a-z-]{1,32}( [a-z-]{1,32})?$", command.Name);
            Assert.InRange(command.Description.English.Length, 1, 100);
            Assert.InRange(command.Options.Count, 0, 25);
            Assert.All(command.Options, option =>
            {
                Assert.Matches("^[a-z-]{1,32}$", option.Name);
                Assert.InRange(option.Description.English.Length, 1, 100);
                Assert.InRange(option.Choices.Count, 0, 25);
            });
            // Platforms want what is required before what is not.
            Assert.Equal(command.Options.OrderByDescending(o => o.Required), command.Options);
        });
    }

    [Fact]
    public async Task A_group_of_subcommands_is_no_command_itself()
    {
        await using var bot = await TestBot.StartAsync();
        var groups = bot.Catalog.Commands.Where(c => c.Name.Contains(' ')).Select(c => c.Group).Distinct();

        Assert.DoesNotContain(bot.Catalog.Commands, c => groups.Contains(c.Name));
    }

    [Fact]
    public async Task No_command_lists_sorts_or_exports_by_author()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.DoesNotContain(
            bot.Catalog.Commands.SelectMany(c => c.Options.Select(o => o.Name).Append(c.Name)),
            name => name.Contains("author") || name.Contains("user") || name.Contains("member") || name.Contains("export"));
    }

    [Theory]
    [InlineData("takeawy 5", "/takeaway")]
    [InlineData("ceck my draft", "/check")]
    [InlineData("hlep", "/help")]
    public async Task An_unknown_command_names_the_nearest_ones(string typed, string nearest)
    {
        await using var bot = await TestBot.StartAsync();

        var card = (await bot.TypeAsync(typed)).Card();

        Assert.Contains(nearest, card.Text());
    }

    [Fact]
    public async Task An_unknown_command_of_forty_thousand_characters_gets_a_short_answer()
    {
        await using var bot = await TestBot.StartAsync();

        var card = (await bot.TypeAsync(new string('x', 40_000))).Card();

        Assert.InRange(card.Text().Length, 1, 300);
    }

    [Fact]
    public async Task Help_shows_a_member_nothing_for_moderators_and_an_admin_everything()
    {
        await using var bot = await TestBot.StartAsync();

        var member = await AllPagesAsync(bot, Some.Ana);
        var admin = await AllPagesAsync(bot, Some.Admin);

        Assert.Contains("/ask", member);
        Assert.All(bot.Catalog.Commands.Where(c => c.For is not Audience.Everyone), c => Assert.DoesNotContain($"/{c.Name}:", member));
        Assert.All(bot.Catalog.Commands, c => Assert.Contains($"/{c.Name}:", admin));
    }

    [Fact]
    public async Task Help_on_one_command_shows_its_options_and_an_example()
    {
        await using var bot = await TestBot.StartAsync();

        var words = (await bot.TypeAsync("help check")).Card().Text();

        Assert.Contains("draft (optional)", words);
        Assert.Contains("For example: /check", words);
        Assert.Contains("Only you see the answer.", words);
    }

    [Fact]
    public async Task A_button_of_an_older_version_answers_kindly()
    {
        await using var bot = await TestBot.StartAsync();

        var reply = await bot.Inbox.PressAsync(new ButtonPress("gone:1", Some.Channel(), Some.Ana, null), CancellationToken.None);

        Assert.Contains("older version", reply.Card().Text());
    }

    private static async Task<string> AllPagesAsync(TestBot bot, MemberId caller)
    {
        var card = (await bot.TypeAsync("help", caller)).Card();
        var words = card.Text();
        while (card.Buttons.Any(b => b.Label == "More"))
        {
            card = (await bot.PressAsync(card, "More", caller)).Card();
            words += card.Text();
        }

        return words;
    }
}
