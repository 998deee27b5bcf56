using GuidanceBot.Screening.Identifiers;
using Xunit;

namespace GuidanceBot.Screening.Tests;

public sealed class CheckDigitTests
{
    [Theory]
    [InlineData("9434765870", true)]
    [InlineData("9434765871", false)]
    [InlineData("123", false)]
    public void Nhs_numbers(string digits, bool valid) => Assert.Equal(valid, CheckDigits.Nhs(digits));

    [Theory]
    [InlineData("1234567897", true)]
    [InlineData("4111111111111111", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("", false)]
    public void Luhn(string digits, bool valid) => Assert.Equal(valid, CheckDigits.Luhn(digits));

    [Theory]
    [InlineData("9698658215", true)]
    [InlineData("9698658216", false)]
    public void British_Columbia(string digits, bool valid) => Assert.Equal(valid, CheckDigits.BritishColumbia(digits));

    [Theory]
    [InlineData("2123456701", true)]
    [InlineData("2123456711", false)]
    public void Australian_Medicare(string digits, bool valid) => Assert.Equal(valid, CheckDigits.Medicare(digits));
}
