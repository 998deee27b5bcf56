using Xunit;

namespace GuidanceBot.Screening.Tests;

public sealed class PatientIdentifierTests
{
    private static readonly Screener Screener = new(RulePack.Parse([]));

    [Theory]
    [InlineData("chase bloods for Ottoline Quaye dob 14/02/1961", 2)]
    [InlineData("Mrs Vanterpool pulled her NG again", 1)]
    [InlineData("mrn 00718834 K 6.8 not actioned", 1)]
    [InlineData("his sister Imani is at 604-555-0137 any time", 2)]
    [InlineData("97yo on the stroke unit walked out today", 1)]
    public void A_patients_identifiers_are_findings_one_each(string text, int findings)
    {
        var found = Screener.Examine(text).Findings;

        Assert.Equal(findings, found.Count);
        Assert.All(found, f => Assert.Equal(FindingCategory.PatientIdentifier, f.Category));
        Assert.All(found, f => Assert.NotNull(f.Kind));
        Assert.All(found, f => Assert.Equal(6, f.Takeaways[0]));
    }

    [Theory]
    [InlineData("I'm Dr Ottoline Quaye, text me on 0491 570 156")]
    [InlineData("thanks Imani for covering my shift")]
    [InlineData("med reg tonight is Tomasz Quaye, ext 20615")]
    [InlineData("Switchboard 020 7946 0100")]
    [InlineData("Abstract deadline is 12/12/2025")]
    [InlineData("Prof Quaye gives the keynote")]
    [InlineData("watching the Michael Mosley documentary")]
    [InlineData("Bay 3 is being painted tomorrow")]
    [InlineData("Crohn was a person")]
    public void Colleagues_public_figures_and_public_lines_are_no_finding(string text) => Assert.Empty(Screener.Examine(text).Findings);

    [Fact]
    public void A_switched_off_category_stays_silent()
    {
        var options = ScreenOptions.Default with { Off = new HashSet<FindingCategory> { FindingCategory.PatientIdentifier } };

        Assert.Empty(Screener.Examine("mrn 00718834 K 6.8", options: options).Findings);
    }

    [Fact]
    public void An_accepted_exception_stays_silent()
    {
        var options = ScreenOptions.Default with { Exceptions = new HashSet<string> { "patient.id" } };

        Assert.Empty(Screener.Examine("mrn 00718834 K 6.8", options: options).Findings);
    }
}
