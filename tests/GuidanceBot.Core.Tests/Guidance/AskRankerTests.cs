using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Guidance;

public sealed class AskRankerTests
{
    private static readonly AskRanker Ranker = SomePacks.Ranker;

    [Fact]
    public void Each_takeaway_is_found_by_its_own_words() =>
        Assert.All(SomePacks.Takeaways.Takeaways, t => Assert.Equal(t.Number, Ranker.Ask(t.Wording).Takeaways[0].Takeaway));

    [Theory]
    [InlineData("Do removed posts stay somewhere on the net?", 5)]
    [InlineData("May I blog under an invented name?", 8)]
    [InlineData("does my head nurse need to hear about my instagram", 10)]
    [InlineData("I'm furious at this commenter and my answer is ready", 11)]
    [InlineData("wich app do yung parents use", 2)]
    [InlineData("cann i posst a foto of a pateint", 4)]
    public void A_question_in_other_words_or_with_typos_finds_its_takeaway(string question, int takeaway) =>
        Assert.Equal(takeaway, Ranker.Ask(question).Takeaways[0].Takeaway);

    [Theory]
    [InlineData("how warm will it get in Lisbon on Monday", AskKind.OutOfScope)]
    [InlineData("what's 31 times 12", AskKind.OutOfScope)]
    [InlineData("how many mg of amoxicillin for a child of 20 kg", AskKind.Doses)]
    [InlineData("please delete all data you have on me", AskKind.OwnData)]
    [InlineData("", AskKind.OutOfScope)]
    [InlineData("   ?!  ", AskKind.OutOfScope)]
    [InlineData("\ud800\udfff\ud800", AskKind.OutOfScope)]
    public void What_is_not_about_being_online_is_declined(string question, AskKind kind)
    {
        var answer = Ranker.Ask(question);

        Assert.True(answer.Declined);
        Assert.Equal(kind, answer.Kind);
    }

    [Theory]
    [InlineData("is it legal to post a picture of a patient")]
    [InlineData("Does HIPAA let me share an x-ray on twitter?")]
    public void A_question_about_law_gets_takeaways_and_is_marked(string question)
    {
        var answer = Ranker.Ask(question);

        Assert.Equal(AskKind.Law, answer.Kind);
        Assert.Equal(4, answer.Takeaways[0].Takeaway);
    }

    [Fact]
    public void Scores_lie_between_0_and_1_and_the_best_comes_first()
    {
        var answer = Ranker.Ask("can patients see my holiday pictures");

        Assert.InRange(answer.Takeaways.Count, 1, 3);
        Assert.All(answer.Takeaways, t => Assert.InRange(t.Score, 0, 1));
        Assert.Equal(answer.Takeaways.OrderByDescending(t => t.Score), answer.Takeaways);
    }

    [Fact]
    public void A_pasted_text_of_forty_thousand_characters_is_answered() =>
        Assert.NotNull(Ranker.Ask(string.Concat(Enumerable.Repeat("x\u202e<b>@all</b> \ud83d", 4000))));

    [Fact]
    public void The_same_packs_give_the_same_answers() => Assert.Equal(
        Ranker.Ask("should I tell my boss about my blog").Takeaways,
        new AskRanker(SomePacks.Takeaways).Ask("should I tell my boss about my blog").Takeaways);
}
