using GuidanceBot.Playground.Platform;
using Xunit;

namespace GuidanceBot.Playground.Tests.Platform;

public sealed class HandInTests
{
    [Fact]
    public async Task Messages_are_handed_in_in_the_order_they_were_written()
    {
        await using var community = await OpenAsync();
        await StartAsync(community);

        for (var i = 0; i < 50; i++)
            community.Conversation.Say(Community.Ana, "general", $"message {i}", []);
        await SettleAsync(community);

        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"message {i}"), community.Bot.Screen.Texts);
    }

    [Fact]
    public async Task What_a_crash_kept_from_being_handed_in_goes_first_after_the_restart()
    {
        var folder = Directory.CreateTempSubdirectory("hand-in-test");
        await using (var before = await OpenAsync(folder))
        {
            before.Conversation.Say(Community.Ana, "general", "saved, then the power went", []); // nobody hands in here
            Assert.Empty(before.Bot.Screen.Texts);
        }

        await using (var after = await OpenAsync(folder))
        {
            await StartAsync(after);
            await SettleAsync(after);

            Assert.Equal(["saved, then the power went"], after.Bot.Screen.Texts);
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_edit_is_handed_in_as_a_newer_revision()
    {
        await using var community = await OpenAsync();
        community.Conversation.Say(Community.Ana, "general", "first", []);
        var entry = community.Messages.Newest("general", 1)[0];
        await StartAsync(community);
        await SettleAsync(community);

        community.Conversation.Edit(Community.Ana, entry, "second");
        await SettleAsync(community);

        Assert.Equal(["first", "second"], community.Bot.Screen.Texts);
        Assert.True(community.Messages.Find(entry.Id)?.EditedAt > entry.SentAt);
    }

    private static async Task<Community> OpenAsync(DirectoryInfo? folder = null)
    {
        var community = await Community.OpenAsync(folder);
        foreach (var first in community.Hosted<FirstStart>())
            await first.StartAsync(default);
        return community;
    }

    private static async Task StartAsync(Community community)
    {
        foreach (var handIn in community.Hosted<HandIn>())
            await handIn.StartAsync(default);
    }

    private static async Task SettleAsync(Community community)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (community.Messages.NextToHandIn("general") is not null)
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, patience.Token);
    }
}
