using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Communities;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("sensitivity high", "sensitivity: high")]
    [InlineData("general #tips, general", "general: #general and #tips")]
    [InlineData("general none", "general: none")]
    [InlineData("cases <#general>", "cases: #general")]
    [InlineData("moderators-channel tips", "moderators-channel: #tips")]
    [InlineData("moderators none", "moderators: none")]
    [InlineData("admins @moderators", "admins: Moderators")]
    [InlineData("zone asia/tokyo", "zone: Asia/Tokyo")]
    [InlineData("profanity on", "profanity: on")]
    [InlineData("cards medium", "cards: at once from medium")]
    [InlineData("retention 30 days", "retention: 30 days")]
    [InlineData("countries ie, gb", "countries: IE, GB")]
    [InlineData("employer yes", "employer: on")]
    public async Task A_value_is_changed_and_shown(string typed, string saved)
    {
        await using var bot = await TestBot.StartAsync();

        var answer = (await bot.TypeAsync($"settings {typed}", Some.Admin)).Card();

        Assert.Equal("Saved", answer.Title);
        Assert.Contains(saved, answer.Text(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sensitivty high", "did you mean sensitivity")]
    [InlineData("colour blue", "there are general, cases")]
    [InlineData("sensitivity loud", "low, normal or high, not “loud”")]
    [InlineData("sensitivity 1", "not “1”")]
    [InlineData("general #generl", "did you mean #general")]
    [InlineData("general moderators", "is never read")]
    [InlineData("moderators-channel general", "take it out of general or cases first")]
    [InlineData("moderators wardens", "I see no role “wardens”")]
    [InlineData("zone London", "did you mean Europe/London")]
    [InlineData("cards none", "low, medium or high")]
    [InlineData("retention 0", "1 to 365")]
    [InlineData("countries Atlantis", "no support lines for “Atlantis”")]
    [InlineData("employer perhaps", "on or off, not “perhaps”")]
    public async Task A_wrong_value_changes_nothing_and_names_the_mend(string typed, string part)
    {
        await using var bot = await TestBot.StartAsync();
        var before = await bot.Communities.OfAsync(Some.Community, default);

        var answer = (await bot.TypeAsync($"settings {typed}", Some.Admin)).Card();

        Assert.Equal("Nothing changed", answer.Title);
        Assert.Contains(part, answer.Text(), StringComparison.Ordinal);
        Assert.Same(before, await bot.Communities.OfAsync(Some.Community, default));
    }

    [Fact]
    public async Task All_values_are_shown_on_two_short_screens()
    {
        await using var bot = await TestBot.StartAsync();

        var first = (await bot.TypeAsync("settings", Some.Admin)).Card();
        var second = (await bot.PressAsync(first, "More", Some.Admin)).Card();

        foreach (var setting in Setting.All)
            Assert.Contains(first.Blocks.Concat(second.Blocks).OfType<FieldsBlock>().SelectMany(b => b.Fields), f => f.Label == setting.Name);
        Assert.True(first.Words() <= 60 && second.Words() <= 60, $"{first.Words()} {second.Words()}");
    }

    [Fact]
    public async Task Only_admins_see_or_change_settings()
    {
        await using var bot = await TestBot.StartAsync();

        Assert.Equal("For admins", (await bot.TypeAsync("settings", Some.Moderator)).Card().Title);
        Assert.Equal("For admins", (await bot.TypeAsync("settings employer on", Some.Ana)).Card().Title);
    }

    [Fact]
    public async Task Privacy_says_what_is_read_and_kept_from_the_live_settings()
    {
        await using var bot = await TestBot.StartAsync(now => now with { RetentionDays = 45 });

        var first = (await bot.TypeAsync("privacy")).Card();
        var whole = (await bot.PressAsync(first, "More", Some.Ana)).Card().Text();

        Assert.Contains("#cases and #general", first.Text(), StringComparison.Ordinal);
        Assert.True(first.Words() <= 60, $"{first.Words()}");
        Assert.Contains("45 days", whole, StringComparison.Ordinal);
        Assert.Contains("#cases, as case discussions", whole, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_set_up_privacy_says_that_nothing_is_read()
    {
        await using var bot = await TestBot.StartAsync(now => new CommunitySettings { Address = now.Address });

        Assert.Contains("I read no channel here", (await bot.TypeAsync("privacy")).Card().Text(), StringComparison.Ordinal);
    }
}
