using GuidanceBot.Moderation;
using GuidanceBot.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

/// <summary>The same door with the rules that ship, so that nothing rests on the script of the other tests.</summary>
public sealed class RealRulesTests
{
    [Fact]
    public async Task A_threat_reaches_the_moderators_and_a_question_about_guidelines_does_not()
    {
        await using var bot = await TestBot.StartAsync(change: WithShippedRules);

        await bot.SayAsync(Some.Message("Does anybody have the link to the new sepsis guideline?"));
        Assert.Empty(bot.Platform.Posts);
        await bot.SayAsync(Some.Message("say that again and I'll break your jaw, watch your back in the car park"));

        Assert.Equal("May feel threatening", bot.OnlyCard().Card.Title);
        Assert.InRange(bot.OnlyCard().Card.Words(), 15, 60);
    }

    [Theory]
    [InlineData(40_000, "a")]
    [InlineData(1, "\ud83d")]
    [InlineData(10, "\u202e<script>alert('x')</script> & \udc00")]
    [InlineData(1000, "@ana ")]
    public async Task Hostile_text_is_read_and_ends_nowhere(int times, string piece)
    {
        await using var bot = await TestBot.StartAsync(change: WithShippedRules);
        var text = string.Concat(Enumerable.Repeat(piece, times));

        Assert.True(await bot.SayAsync(Some.Message(text)));
        Assert.True(await bot.SayAsync(Some.Message($"{text} I'll break your jaw {text}")));

        Assert.DoesNotContain(bot.Platform.AllCards, c => c.Text().Length > 2000);
    }

    private static void WithShippedRules(IServiceCollection services)
    {
        services.Replace(ServiceDescriptor.Singleton(SomePacks.Screener));
        services.Replace(ServiceDescriptor.Singleton<Screen>(SomePacks.Screener.Examine));
    }
}
