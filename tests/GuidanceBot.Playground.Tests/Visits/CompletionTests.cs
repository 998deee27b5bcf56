using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Visits;
using Xunit;

namespace GuidanceBot.Playground.Tests.Visits;

public sealed class CompletionTests
{
    [Fact]
    public async Task A_slash_lists_every_command_with_what_it_does()
    {
        var all = await SuggestAsync("/");

        Assert.Contains(all, s => s is { Label: "/ask", Text: "/ask " } && s.Detail.Length > 0);
        Assert.Contains(all, s => s.Label == "/help");
    }

    [Theory]
    [InlineData("/tak", "/takeaway")]
    [InlineData("/TAKE", "/takeaway")]
    [InlineData("/hlep", "/help")]
    public async Task The_beginning_of_a_name_or_a_near_miss_finds_the_command(string typed, string expected) =>
        Assert.Contains(await SuggestAsync(typed), s => s.Label == expected);

    [Fact]
    public async Task A_whole_name_comes_before_longer_ones() =>
        Assert.Equal("/takeaway", (await SuggestAsync("/takeaway"))[0].Label);

    [Fact]
    public async Task After_the_name_the_option_is_explained()
    {
        var suggestions = await SuggestAsync("/ask ");

        var only = Assert.Single(suggestions);
        Assert.Equal("question", only.Label);
        Assert.Null(only.Text);
    }

    [Theory]
    [InlineData("/takeaway ")]
    [InlineData("/takeaway 3")]
    public async Task Values_are_suggested_and_complete_what_was_typed(string typed)
    {
        var values = (await SuggestAsync(typed)).Where(s => s.Text is not null).ToList();

        Assert.NotEmpty(values);
        Assert.All(values, v => Assert.StartsWith("/takeaway ", v.Text));
    }

    [Theory]
    [InlineData("/setu")]
    [InlineData("/setpu")]
    [InlineData("/tips add ")]
    [InlineData("/tips add when:")]
    public async Task What_is_for_admins_is_offered_to_admins_only(string typed)
    {
        Assert.NotEmpty(await SuggestAsync(typed, Community.Ada));
        Assert.DoesNotContain(await SuggestAsync(typed), s => s.Label.Contains("setup", StringComparison.Ordinal) || s.Label == "when");
    }

    [Theory]
    [InlineData("")]
    [InlineData("hello /ask")]
    [InlineData("/ask\nsomething")]
    [InlineData("/zzzzzzzzzz")]
    public async Task Anything_else_is_left_alone(string typed) => Assert.Empty(await SuggestAsync(typed));

    private static async Task<IReadOnlyList<Suggestion>> SuggestAsync(string typed, Person? person = null)
    {
        await using var community = await Community.OpenAsync();
        return await community.Get<Completion>().ForAsync(typed, person ?? Community.Ana, "general", default);
    }
}
