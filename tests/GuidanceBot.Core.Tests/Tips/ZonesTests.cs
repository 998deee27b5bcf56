using GuidanceBot.Tips;
using Xunit;

namespace GuidanceBot.Core.Tests.Tips;

public sealed class ZonesTests
{
    [Theory]
    [InlineData("Europe/London", "Europe/London")]
    [InlineData(" europe/london ", "Europe/London")]
    [InlineData("UTC", "UTC")]
    [InlineData("Etc/UTC", "Etc/UTC")]
    public void A_zone_is_found_by_its_name(string typed, string id) => Assert.Equal(id, Zones.Find(typed)?.Id);

    [Theory]
    [InlineData("London", "Europe/London")]
    [InlineData("Eurpe/London", "Europe/London")]
    [InlineData("new york", "America/New_York")]
    [InlineData("uk", "Europe/London")]
    [InlineData("PST", "America/Los_Angeles")]
    [InlineData("GMT Standard Time", "Europe/London")]
    public void What_people_type_instead_is_answered_with_the_zone(string typed, string id)
    {
        Assert.Null(Zones.Find(typed));
        Assert.Contains($"did you mean {id}", Zones.Problem(typed));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../etc/passwd")]
    [InlineData("Mars/Olympus")]
    [InlineData("posix/Europe/London")]
    public void No_zone_is_no_zone(string typed)
    {
        Assert.Null(Zones.Find(typed));
        Assert.EndsWith(Zones.Problem(typed).EndsWith('?') ? "?" : ".", Zones.Problem(typed));
    }
}
