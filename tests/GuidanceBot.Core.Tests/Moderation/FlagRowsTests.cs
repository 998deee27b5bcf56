using System.Globalization;
using GuidanceBot.Moderation;
using GuidanceBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class FlagRowsTests
{
    [Fact]
    public async Task Everybody_may_see_what_is_stored_of_the_newest_flag()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var rows = bot.Services.GetRequiredService<FlagRows>();
        Assert.Empty(await rows.OfNewestAsync(CancellationToken.None));

        var message = Some.Message(Scripts.High);
        await bot.SayAsync(message);
        var stored = await rows.OfNewestAsync(CancellationToken.None);

        Assert.Equal(["Flag", "FlagEvent"], stored.Select(r => r.Table));
        Assert.Equal(message.Address.Message, stored[0].Values.Single(v => v.Key == "Message").Value);
        Assert.Contains("\"category\":\"patient_identifier\"", stored[0].Values.Single(v => v.Key == "Findings").Value, StringComparison.Ordinal);
        Assert.Equal(Some.Start, DateTimeOffset.Parse(stored[1].Values.Single(v => v.Key == "At").Value!, CultureInfo.InvariantCulture));
    }
}
