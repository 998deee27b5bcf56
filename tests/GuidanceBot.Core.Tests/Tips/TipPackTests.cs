using GuidanceBot.Guidance;
using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Tips;

public sealed class TipPackTests
{
    private static readonly IReadOnlyList<Tip> Tips = SomePacks.Tips.Tips;

    [Fact]
    public void Every_takeaway_has_at_least_six_tips() =>
        Assert.All(Enumerable.Range(1, 12), number => Assert.True(Tips.Count(t => t.Takeaway == number) >= 6, $"takeaway {number}"));

    [Fact]
    public void A_third_of_all_end_in_a_question_that_members_can_answer() =>
        Assert.True(Tips.Count(t => t.IsQuestion) * 3 >= Tips.Count);

    [Fact]
    public void Each_can_be_read_in_ten_seconds() => Assert.All(Tips, t => Assert.InRange(TextRules.Words(t.Text), 15, 36));

    [Fact]
    public void No_two_tips_say_the_same() =>
        Assert.Equal(Tips.Count, Tips.Select(t => t.Text).Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Fact]
    public void Each_names_a_source_with_a_link() => Assert.All(Tips, t => Assert.NotEmpty(t.Sources));

    [Fact]
    public void Tips_on_anonymity_carry_their_nuance() => Assert.All(
        Tips.Where(t => t.Takeaway == 8),
        t => Assert.Matches("(?i)usually|discretion|safety|needed one|good reason", t.Text));

    [Fact]
    public void No_tip_leads_with_a_fine_or_an_ended_career() => Assert.All(
        Tips, t => Assert.DoesNotMatch(@"(?i)\b(fine of|fined|penalt|licen[cs]e|fired|sacked|struck off|lawsuit|sued|career|lose your)", t.Text));

    [Fact]
    public void Invitations_invite() => Assert.All(
        Tips.Where(t => SomePacks.Takeaways[t.Takeaway].IsInvitation),
        t => Assert.DoesNotMatch(@"(?i)\b(never|must not|don't post|avoid|beware|danger|risk)\b", t.Text));
}
