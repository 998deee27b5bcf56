using GuidanceBot.Screening;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Core.Tests.Moderation;

public sealed class CanaryTests
{
    [Fact]
    public async Task The_words_of_messages_are_in_no_row_no_card_and_no_log_line()
    {
        await using var bot = (await TestBot.StartAsync(s => s with { EmployerRun = true })).Scripted();
        bot.Screen.On("scan.png", Some.Finding(FindingCategory.PatientImageOrFile));
        string[] texts =
        [
            $"zanzibar {Scripts.Story} zanzibar",
            $"zanzibar {Scripts.Heavy} zanzibar",
            $"zanzibar scan.png {Scripts.High}",
            $"zanzibar {Scripts.Grievance}",
            $"/check zanzibar {Scripts.Story}",
            "zanzibar harmless",
        ];

        foreach (var text in texts)
        {
            var message = Some.Message(text);
            await bot.SayAsync(message);
            await bot.SayAsync(message.Edited(text + " zanzibar"));
        }

        foreach (var post in bot.Cards())
            await bot.PressAsync(post.Card, "Ask the author", Some.Moderator, post.Address);
        await bot.PassAsync(TimeSpan.FromDays(1));

        Assert.NotEmpty(bot.Cards());
        Assert.DoesNotContain("zanzibar", await bot.DumpAsync());
        Assert.DoesNotContain(bot.Platform.AllCards, c => c.Text().Contains("zanzibar") || (c.Preview ?? "").Contains("zanzibar"));
        Assert.DoesNotContain(bot.Log.Lines, l => l.Contains("zanzibar"));
    }

    [Fact]
    public async Task An_excerpt_is_in_the_flags_row_only_while_it_is_open()
    {
        await using var bot = (await TestBot.StartAsync()).Scripted();
        var message = Some.Message($"zanzibar {Scripts.Medium}");
        await bot.SayAsync(message);
        Assert.Contains("zanzibar", await bot.DumpAsync());

        await bot.DeleteAsync(message);

        Assert.DoesNotContain("zanzibar", await bot.DumpAsync());
    }
}
