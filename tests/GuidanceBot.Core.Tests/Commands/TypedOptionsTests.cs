using GuidanceBot.Chat;
using GuidanceBot.Commands;
using Xunit;

namespace GuidanceBot.Core.Tests.Commands;

public sealed class TypedOptionsTests
{
    private static readonly CommandSpec Add = new()
    {
        Name = "tips add",
        Description = "Adds",
        Example = "tips add when:weekdays at 9:00",
        Options =
        [
            new OptionSpec("when", "When") { Required = true },
            new OptionSpec("zone", "Zone"),
            new OptionSpec("count", "How many") { Kind = OptionKind.Number },
            new OptionSpec("size", "Size") { Choices = [new Choice("s", "Small"), new Choice("l", "Large")] },
        ],
    };

    [Theory]
    [InlineData("when:weekdays at 9:00 zone:Europe/London", "weekdays at 9:00", "Europe/London")]
    [InlineData("zone:Europe/London when:weekdays at 9:00", "weekdays at 9:00", "Europe/London")]
    [InlineData("WHEN:daily ZONE:Etc/UTC", "daily", "Etc/UTC")]
    [InlineData("\"weekdays at 9:00\" Europe/London", "weekdays at 9:00", "Europe/London")]
    [InlineData("daily zone:Etc/UTC", "daily", "Etc/UTC")]
    public void Named_values_run_to_the_next_name_and_the_others_come_in_order(string typed, string when, string zone)
    {
        var (options, problem) = TypedOptions.Parse(Add, typed);

        Assert.Null(problem);
        Assert.Equal((when, zone), (options.Text("when"), options.Text("zone")));
    }

    [Theory]
    [InlineData("", "tips add needs when")]
    [InlineData("when:daily count:many", "count takes a whole number, not “many”")]
    [InlineData("when:daily size:m", "size takes one of s, l, not “m”")]
    [InlineData("daily Etc/UTC 3 s more words", "“more words” is one word too many")]
    public void A_wrong_option_names_the_input_and_the_mend(string typed, string expected)
    {
        var (_, problem) = TypedOptions.Parse(Add, typed);

        Assert.Contains(expected, problem);
    }

    [Fact]
    public void The_last_text_takes_the_rest_even_when_it_looks_like_a_name_of_something_else()
    {
        var ask = new CommandSpec { Name = "ask", Description = "Asks", Options = [new OptionSpec("question", "Question") { Required = true }] };

        var (options, _) = TypedOptions.Parse(ask, "is this ok: http://example.org/a?b=c or not");

        Assert.Equal("is this ok: http://example.org/a?b=c or not", options.Text("question"));
    }

    [Fact]
    public void Forty_thousand_characters_of_colons_are_read_without_harm()
    {
        var (_, problem) = TypedOptions.Parse(Add, string.Concat(Enumerable.Repeat("a:b ", 10_000)));

        Assert.NotNull(problem);
    }
}
