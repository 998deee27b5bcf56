using Xunit;

namespace GuidanceBot.Screening.Tests;

public sealed class IdentifierTests
{
    private static readonly Screener Screener = new(RulePack.Parse([]));

    [Theory]
    [InlineData("Handover for Mr Adebayo-Lund please", "Handover for [NAME] please")]
    [InlineData("is siobhan the one with the stent", "is [NAME] the one with the stent")]
    [InlineData("pt Marta Q. DNA'd again", "pt [NAME]. DNA'd again")]
    [InlineData("Kwabena's mum rang", "[NAME]'s mum rang")]
    [InlineData("seen by Dr. K. Oyelaran", "seen by [NAME]")]
    [InlineData("M1chelle from clinic", "[NAME] from clinic")]
    [InlineData("CXR of lindqvist_annika_cxr.png", "CXR of [NAME]_cxr.png")]
    [InlineData("PID|1||OKONKWO^GRACE", "PID|1||[NAME]")]
    [InlineData("Follow up with Marta Oduya MD in 2 months", "Follow up with [NAME] in 2 months")]
    [InlineData("her name is Jessica van den Oord", "her name is [NAME]")]
    [InlineData("please add Ryan P Costa as guardian", "please add [NAME] as guardian")]
    [InlineData("but everyone calls me Wesley", "but everyone calls me [NAME]")]
    [InlineData("born 03/11/1958", "born [DATE]")]
    [InlineData("born 1958-11-03 14:05", "born [DATE]")]
    [InlineData("admitted on 3rd of November", "admitted on [DATE]")]
    [InlineData("born the nineteenth of April nineteen eighty", "born the [DATE]")]
    [InlineData("seen Apr 9th 2024 again", "seen [DATE] again")]
    [InlineData("ring her on 07700 900 461", "ring her on [PHONE]")]
    [InlineData("call (617) 555-0142 x33", "call [PHONE]")]
    [InlineData("her number is oh seven seven double oh nine hundred one two three", "her number is [PHONE]")]
    [InlineData("mobile O77OO 9OO461", "mobile [PHONE]")]
    [InlineData("mobile 0️⃣7️⃣7️⃣0️⃣0️⃣900461", "mobile [PHONE]")]
    [InlineData("write to a.person@mail.example.", "write to [EMAIL].")]
    [InlineData("a.person [at] mail dot example", "[EMAIL]")]
    [InlineData("NHS 943 476 5870", "NHS [ID]")]
    [InlineData("mrn: 00417788", "mrn: [ID]")]
    [InlineData("SSN 219-09-9999", "SSN [ID]")]
    [InlineData("MBI 1EG4-TE5-MK73", "MBI [ID]")]
    [InlineData("card 4111 1111 1111 1111", "card [ID]")]
    [InlineData("IBAN GB29 NWBK 6016 1331 9268 19", "IBAN [ID]")]
    [InlineData("silver van, reg LB07 SEO", "silver van, reg [ID]")]
    [InlineData("lives at 14 Larch Hill Road", "lives at [ADDRESS]")]
    [InlineData("bay 2 bed 6 wants a word", "[ADDRESS] wants a word")]
    [InlineData("97yo on our unit", "[AGE_OVER_89] on our unit")]
    [InlineData("she is ninety-four", "she is [AGE_OVER_89]")]
    [InlineData("log says 203.0.113.77", "log says [URL_IP]")]
    [InlineData("see https://portal.example/pt/448120", "see [URL_IP]")]
    public void What_identifies_somebody_is_masked(string text, string masked)
    {
        var result = Screener.Examine(text);

        Assert.Equal(masked, Screener.Mask(text, result.Identifiers));
    }

    [Theory]
    [InlineData("Crohn's disease and a positive Babinski sign")]
    [InlineData("Epstein-Barr virus, Guillain-Barre, Gleason 7")]
    [InlineData("Wilson disease is rare; Wilson gene testing is not")]
    [InlineData("Samaritans 116 123 or 1-800-273-8255")]
    [InlineData("PMID 21837888, doi:10.1136/bmj.n71")]
    [InlineData("NCT01234567 enrolled patients between January 2000 and December 2005")]
    [InlineData("metformin 500 mg, 5000 units, BP 120/80, 37.5 C")]
    [InlineData("in 2021 we moved to Toronto")]
    [InlineData("87-year-old with a fall")]
    [InlineData("patients aged 90 years or older")]
    [InlineData("see www.nice.org.uk/guidance/ng203")]
    [InlineData("so how have you been feeling? okay, we'll keep an eye on it")]
    [InlineData("may I ask what mark you got, will you chase it")]
    [InlineData("[NAME] was admitted on [DATE], call [PHONE]")]
    public void What_identifies_nobody_stays(string text) => Assert.Empty(Screener.Examine(text).Identifiers);

    [Fact]
    public void Identifiers_point_at_the_original_text()
    {
        const string text = "😀 Zoë\u0301 Ｏkafor, 🅑orn 1.2.1950";

        var found = Screener.Examine(text).Identifiers;

        Assert.Equal("Zoë\u0301 Ｏkafor", text[found[0].Span.Start..found[0].Span.End]);
        Assert.Equal("1.2.1950", text[found[1].Span.Start..found[1].Span.End]);
    }
}
