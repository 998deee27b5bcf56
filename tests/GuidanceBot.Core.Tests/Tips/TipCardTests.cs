using GuidanceBot.Chat;
using GuidanceBot.Testing;
using GuidanceBot.Tips;
using Xunit;

namespace GuidanceBot.Core.Tests.Tips;

public sealed class TipCardTests
{
    [Fact]
    public void Every_tip_fits_one_glance_and_leads_to_its_takeaway_source_and_the_video()
    {
        foreach (var tip in SomePacks.Tips.Tips)
        {
            var card = TipCard.Of(tip, SomePacks.Takeaways);

            Assert.True(card.Words() <= 60, $"{tip.Id} has {card.Words()} words: {card.Text()}");
            Assert.Contains(SomePacks.Takeaways[tip.Takeaway].Wording, card.Text(), StringComparison.Ordinal);
            Assert.Equal($"takeaway:{tip.Takeaway}", Assert.Single(card.Buttons).Id);
            Assert.Contains(card.Blocks.OfType<LinkBlock>(), l => l.Address == SomePacks.Takeaways.Video.Link);
            Assert.Contains(card.Blocks.OfType<LinkBlock>(), l => l.Address == tip.Sources[0].Link);
        }
    }

    [Fact]
    public void A_tip_on_takeaway_8_never_stands_without_its_nuance()
    {
        foreach (var tip in SomePacks.Tips.Tips.Where(t => t.Takeaway == 8))
            Assert.Contains(SomePacks.Takeaways[8].Nuance!.Split(". ")[0], TipCard.Of(tip, SomePacks.Takeaways).Text(), StringComparison.Ordinal);
    }
}
