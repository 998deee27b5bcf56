using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Wellbeing;

public sealed class SupportLinesTests
{
    private static readonly SupportLines Support = SomePacks.SupportLines;

    [Fact]
    public void Support_names_the_emergency_number_and_the_lines_of_the_country_with_the_day_they_were_checked()
    {
        var text = Support.Text(["GB"], "#general");

        Assert.StartsWith("What you wrote sounds heavy. If I misread it, ignore this.", text);
        Assert.Contains("In danger now, or taken something? Call 999.", text);
        Assert.Contains("Samaritans: 116 123", text);
        Assert.Contains("checked 22 Nov 2026", text);
        Assert.Contains("I told nobody, and no person watches this bot.", text);
        Assert.EndsWith("Your message is still in #general, where others can see it.", text);
    }

    [Fact]
    public void What_was_never_in_a_channel_is_not_said_to_be_in_one() =>
        Assert.DoesNotContain("Your message is still", Support.Text(["GB"], channel: null));

    [Fact]
    public void Two_countries_are_told_apart()
    {
        var text = Support.Text(["US", "IE"], channel: null);

        Assert.Contains("911 (United States), 112 or 999 (Ireland)", text);
        Assert.Contains("- Ireland, Samaritans", text);
    }

    [Theory]
    [InlineData]
    [InlineData("ZZ")]
    public void Without_a_country_we_know_there_is_help_too(params string[] countries)
    {
        var text = Support.Text(countries, channel: null);

        Assert.Contains("your local emergency number", text);
        Assert.DoesNotContain("{", text);
    }

    [Fact]
    public void Countries_are_found_in_any_case_and_once() =>
        Assert.Equal(Support.Text(["GB"], channel: null), Support.Text(["gb", "GB"], channel: null));

    [Fact]
    public void Somebody_worried_reads_how_to_reach_out_and_the_same_numbers()
    {
        var text = Support.WorriedText(["AU"]);

        Assert.Contains("How are you, really?", text);
        Assert.Contains("call 000", text);
        Assert.Contains("13 11 14", text);
        Assert.Contains("No flag is opened", text);
    }

    [Fact]
    public void Lines_that_are_not_for_everybody_or_for_emergencies_say_so()
    {
        Assert.Contains("US physicians and medical students only", Support.Text(["US"], channel: null));
        Assert.Contains(Support.Countries["GB"].Lines, l => l is { Name: "NHS Practitioner Health", Note: "Not for emergencies." });
    }

    [Fact]
    public void Every_country_has_a_line_for_anybody() =>
        Assert.All(Support.Countries.Values, c => Assert.Contains(c.Lines, l => l.For == "anybody"));
}
