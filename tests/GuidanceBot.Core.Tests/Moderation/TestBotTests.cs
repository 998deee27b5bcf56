using GuidanceBot.Communities;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class TestBotTests
{
    [Fact]
    public async Task A_bot_of_the_tests_is_set_up_and_survives_a_restart_on_its_folder()
    {
        var folder = Directory.CreateTempSubdirectory("guidancebot-restart").FullName;
        await using (var first = await TestBot.StartAsync(settings => settings with { Zone = "Pacific/Auckland" }, folder))
            await first.SayAsync(Some.Message("hello"));

        await using var second = await TestBot.StartAsync(settings => settings with { Countries = ["NZ"] }, folder);

        Assert.Equal(["NZ"], (await second.Communities.OfAsync(Some.Community, CancellationToken.None)).Countries);
        Assert.Equal(ChannelMode.Cases, (await second.Communities.OfAsync(Some.Community, CancellationToken.None)).ModeOf("cases"));
    }
}
