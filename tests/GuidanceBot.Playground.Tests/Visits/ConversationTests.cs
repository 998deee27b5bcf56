using GuidanceBot.Chat;
using GuidanceBot.Playground.Store;
using Xunit;

namespace GuidanceBot.Playground.Tests.Visits;

public sealed class ConversationTests
{
    [Fact]
    public async Task A_private_answer_is_seen_by_who_asked_and_is_written_down_nowhere()
    {
        await using var community = await Community.OpenAsync();

        await community.Conversation.RunAsync(Community.Ana, "general", "/ask can I post an x-ray?", default);

        Assert.True(Assert.Single(community.Visit(Community.Ana).Lines).Private);
        Assert.Empty(community.Visit(Community.Ben).Lines);
        Assert.Empty(community.Messages.Newest("general", 10));
    }

    [Fact]
    public async Task A_dismissed_answer_is_gone()
    {
        await using var community = await Community.OpenAsync();
        await community.Conversation.RunAsync(Community.Ana, "general", "/help", default);

        community.Get<PrivateAnswers>().Dismiss("ana", community.Visit(Community.Ana).Lines[0]);

        Assert.Empty(community.Visit(Community.Ana).Lines);
    }

    [Theory]
    [InlineData("/nonsense")]
    [InlineData("/ask")]
    public async Task A_mistyped_command_is_answered_in_private_with_a_mend(string typed)
    {
        await using var community = await Community.OpenAsync();

        await community.Conversation.RunAsync(Community.Ana, "general", typed, default);

        Assert.True(Assert.Single(community.Visit(Community.Ana).Lines).Private);
    }

    [Fact]
    public async Task Nobody_changes_what_another_wrote()
    {
        await using var community = await Community.OpenAsync();
        community.Conversation.Say(Community.Ana, "general", "mine", []);
        var entry = community.Messages.Newest("general", 1)[0];

        Assert.NotNull(community.Conversation.Edit(Community.Ben, entry, "yours"));
        Assert.NotNull(community.Conversation.Delete(Community.Mona, entry));
        Assert.Equal("mine", community.Messages.Find(entry.Id)?.Text);
    }

    [Fact]
    public async Task A_deleted_message_leaves_no_text_behind()
    {
        await using var community = await Community.OpenAsync();
        community.Conversation.Say(Community.Ana, "general", "canary words", []);
        var entry = community.Messages.Newest("general", 1)[0];

        Assert.Null(community.Conversation.Delete(Community.Ana, entry));

        Assert.Null(community.Messages.Find(entry.Id));
        Assert.Equal("", community.Messages.NextToHandIn("general")?.Entry.Text);
    }

    [Theory]
    [InlineData(40_000, true)]
    [InlineData(40_001, false)]
    public async Task A_message_takes_forty_thousand_characters(int length, bool taken)
    {
        await using var community = await Community.OpenAsync();

        var problem = community.Conversation.Say(Community.Ana, "general", new string('x', length), []);

        Assert.Equal(taken, problem is null);
        Assert.Equal(taken ? 1 : 0, community.Messages.Newest("general", 10).Count);
    }

    [Fact]
    public async Task Only_moderators_see_their_channel_but_others_see_that_it_is_there()
    {
        await using var community = await Community.OpenAsync();
        community.Messages.Post("moderators", Card.Of("A flag"), community.Clock.GetUtcNow(), key: null);

        Assert.Empty(community.Visit(Community.Ana, "moderators").Lines);
        Assert.Single(community.Visit(Community.Mona, "moderators").Lines);
        Assert.Single(community.Visit(Community.Ada, "moderators").Lines);
    }

    [Fact]
    public async Task A_link_into_the_past_shows_its_message()
    {
        await using var community = await Community.OpenAsync();
        for (var i = 0; i < 300; i++)
            community.Conversation.Say(Community.Ana, "general", $"message {i}", []);
        var old = community.Messages.Newest("general", 300)[0];

        Assert.DoesNotContain(community.Visit(Community.Ben).Lines, l => l.Id == old.Id);
        Assert.Contains(community.Visit(Community.Ben, message: old.Id).Lines, l => l.Id == old.Id);
    }

    [Fact]
    public async Task What_was_read_no_longer_counts_as_new()
    {
        await using var community = await Community.OpenAsync();
        community.Conversation.Say(Community.Ana, "cases", "one", []);
        community.Conversation.Say(Community.Ana, "cases", "two", []);

        Assert.Equal(2, community.Visit(Community.Ben).Unread["cases"]);
        community.Visit(Community.Ben, "cases");

        Assert.False(community.Visit(Community.Ben).Unread.ContainsKey("cases"));
    }

    [Fact]
    public async Task What_cannot_be_saved_is_told_to_its_writer_and_stops_nothing()
    {
        await using var community = await Community.OpenAsync();
        using (var db = community.Get<PlaygroundDb>().Open())
        {
            // Every later write fails, as it does on a full disk.
            db.Run("CREATE TRIGGER full BEFORE INSERT ON messages BEGIN SELECT RAISE(FAIL, 'full'); END");
            db.Run("CREATE TRIGGER full_too BEFORE INSERT ON kept BEGIN SELECT RAISE(FAIL, 'full'); END");
            db.Run("CREATE TRIGGER full_as_well BEFORE INSERT ON seen BEGIN SELECT RAISE(FAIL, 'full'); END");
        }

        var problem = community.Conversation.Say(Community.Ana, "general", "Hello", []);

        Assert.Contains("could not be saved", problem);
        Assert.False(community.Get<Kept>().TryWrite("welcome", "seen"));
        Assert.Empty(community.Visit(Community.Ana).Lines);
    }
}
