using GuidanceBot.Chat;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Store;
using Xunit;

namespace GuidanceBot.Playground.Tests.Platform;

public sealed class PlaygroundPlatformTests
{
    private static readonly Card Hello = Card.Of("Hello", "First paragraph.")
        .With(new QuoteBlock("a quote"), new ListBlock(["one", "two"], 1), new LinkBlock("There", new Uri("/c/general/m-1", UriKind.Relative)), CardField())
        .With(new CardButton("x:1", "Press") { Confirm = new Confirm("Sure?", "Yes") });

    [Fact]
    public async Task The_same_key_posts_once()
    {
        await using var community = await Community.OpenAsync();

        var first = await community.Platform.PostAsync(Cast.Channel("tips"), Hello, new PostKey("tip-1"), silent: true, default);
        var second = await community.Platform.PostAsync(Cast.Channel("tips"), Hello, new PostKey("tip-1"), silent: true, default);

        Assert.Equal(first, second);
        Assert.Single(community.Messages.Newest("tips", 10));
    }

    [Fact]
    public async Task A_card_comes_back_from_the_database_as_it_was()
    {
        await using var community = await Community.OpenAsync();

        await community.Platform.PostAsync(Cast.Channel("tips"), Hello, new PostKey("tip-1"), silent: true, default);

        var kept = Assert.Single(community.Messages.Newest("tips", 10)).Card;
        Assert.Equal(CardJson.Write(Hello), CardJson.Write(kept!)); // a post always has its card
    }

    [Fact]
    public async Task A_card_is_redrawn_in_its_place_and_a_removed_one_is_gone()
    {
        await using var community = await Community.OpenAsync();
        var (_, at) = await community.Platform.PostAsync(Cast.Channel("moderators"), Hello, new PostKey("flag-1"), silent: false, default);
        var address = Assert.NotNull(at);

        Assert.Equal(Outcome.Done, await community.Platform.RedrawAsync(address, Card.Of("Decided"), default));
        Assert.Equal("Decided", Assert.Single(community.Messages.Newest("moderators", 10)).Card?.Title);
        Assert.Equal(Outcome.Done, await community.Platform.RemoveAsync(address, "test", default));
        Assert.Equal(Outcome.Gone, await community.Platform.RemoveAsync(address, "test", default));
        Assert.Equal(Outcome.Gone, await community.Platform.RedrawAsync(address, Hello, default));
    }

    [Fact]
    public async Task Who_takes_no_direct_messages_cannot_be_told()
    {
        await using var community = await Community.OpenAsync();
        community.Get<People>().TakeDirectMessages(Community.Ana, false);

        var refused = await community.Platform.TellAsync(Community.Ana.Member, Hello, new PostKey("n-1"), default);
        community.Get<People>().TakeDirectMessages(Community.Ana, true);
        var told = await community.Platform.TellAsync(Community.Ana.Member, Hello, new PostKey("n-1"), default);

        Assert.Equal(Outcome.Unreachable, refused.Outcome);
        Assert.Equal(Outcome.Done, told.Outcome);
        Assert.Single(community.Messages.Newest(Cast.DirectWith("ana"), 10));
    }

    [Fact]
    public async Task What_members_wrote_after_a_message_is_read_back_in_order_without_the_bots_own()
    {
        await using var community = await Community.OpenAsync();
        var ids = Enumerable.Range(1, 450).Select(i => community.Messages.Say("general", "ana", $"message {i}", [], community.Clock.GetUtcNow())!.Id).ToList();
        community.Messages.Post("general", Hello, community.Clock.GetUtcNow(), key: null);

        var read = await community.Platform.ReadSinceAsync(Cast.Channel("general"), ids[9], default).ToListAsync();
        var all = await community.Platform.ReadSinceAsync(Cast.Channel("general"), null, default).ToListAsync();

        Assert.Equal(ids[10..], read.Select(m => m.Address.Message));
        Assert.Equal(450, all.Count);
    }

    [Theory]
    [InlineData("ana", false)]
    [InlineData("mona", false, "moderators")]
    [InlineData("ada", true, "admins")]
    public async Task People_are_known_with_what_they_may_do(string id, bool manages, params string[] roles)
    {
        await using var community = await Community.OpenAsync();

        var who = await community.Platform.FindMemberAsync(new MemberId(Cast.Platform, Cast.Community.Community, id), default);

        Assert.NotNull(who);
        Assert.Equal(manages, who.ManagesCommunity);
        Assert.Equal(roles, who.Roles);
    }

    private static FieldsBlock CardField() => new([new CardField("Severity", "high"), Chat.CardField.Moment("Age", new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero))]);
}
