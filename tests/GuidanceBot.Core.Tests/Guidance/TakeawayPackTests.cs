using GuidanceBot.Testing;
using Xunit;

namespace GuidanceBot.Guidance;

public sealed class TakeawayPackTests
{
    private static readonly TakeawayPack Pack = SomePacks.Takeaways;

    [Fact]
    public void The_twelve_stand_as_in_the_post_word_for_word() => Assert.Equal(
        [
            "Share good information; it's needed.",
            "Be where the patients are.",
            "You can positively impact both individuals and communities.",
            "What to NOT do (needs to become second nature).",
            "Everything online is public & permanent.",
            "Ask yourself: \"How will this look to my patients?\"",
            "Be public, be yourself. You can shape your digital footprint with your own content.",
            "Anonymity betrays the reader, the audience, the patient, the profession.",
            "If you don't speak for yourself, others will, and the public will listen to them, not you.",
            "Be upfront and aboveboard in your office, with management.",
            "If you aren't 100% behind what you are saying, wait, sleep on it.",
            "We should absolutely be involved. We just need to do it responsibly.",
        ],
        Pack.Takeaways.Select(t => t.Wording));

    [Fact]
    public void They_are_numbered_and_found_by_number()
    {
        Assert.Equal(Enumerable.Range(1, 12), Pack.Takeaways.Select(t => t.Number));
        Assert.StartsWith("Anonymity", Pack[8].Wording);
    }

    [Fact]
    public void Each_says_what_to_do_what_to_avoid_and_how_a_message_gets_better() => Assert.All(Pack.Takeaways, t =>
    {
        Assert.InRange(t.Do.Count, 3, 6);
        Assert.InRange(t.Avoid.Count, 2, 6);
        Assert.NotEqual(t.Example.Before, t.Example.After);
    });

    [Fact]
    public void Where_something_may_have_happened_each_says_what_helps_now()
    {
        Assert.Equal([4, 5, 6, 8, 11], Pack.Takeaways.Where(t => t.IfItHappened.Count > 0).Select(t => t.Number));
        Assert.All([4, 5, 6, 8, 11], number =>
        {
            var help = string.Join(' ', Pack[number].IfItHappened);
            Assert.Matches("(?i)take (it|your copy) down", help);
            Assert.Contains("repost", help);
            Assert.Contains("argue", help.Replace("don't defend", "don't argue"));
            Assert.Contains("privacy lead today", help);
            Assert.Contains("efence body", help);
            Assert.Contains("happens to careful people", help);
        });
    }

    [Fact]
    public void Seven_and_eight_tell_where_guidance_differs() =>
        Assert.Equal([7, 8], Pack.Takeaways.Where(t => t.Nuance is not null).Select(t => t.Number));

    [Fact]
    public void Four_says_that_its_list_is_not_the_posts() => Assert.Contains("The post gives no list", Pack[4].Origin);

    [Fact]
    public void The_first_screen_of_each_can_be_read_at_a_glance() => Assert.All(
        Pack.Takeaways, t => Assert.InRange(TextRules.Words(t.Explanation), 15, 45));

    [Fact]
    public void Each_rests_on_sources_with_links_and_no_source_is_idle()
    {
        Assert.All(Pack.Takeaways, t => Assert.NotEmpty(t.Sources));
        Assert.All(Pack.Sources.Values, s => Assert.True(s.Link.IsAbsoluteUri, s.Id));

        var named = Pack.Takeaways.SelectMany(t => t.Sources).Concat(SomePacks.Tips.Tips.SelectMany(t => t.Sources)).Select(s => s.Id);
        Assert.Empty(Pack.Sources.Keys.Except(named));
    }

    [Fact]
    public void The_list_is_attributed_to_the_post_as_favourites_and_the_video_comes_first()
    {
        Assert.Contains("one blogger's favourites", Pack.Attribution);
        Assert.Contains("watch the video", Pack.Attribution);
        Assert.Equal("published here in 2011", Pack.Video.Published);
        Assert.Equal("socialmedia.mayoclinic.org", Pack.Video.Link.Host);
    }

    [Fact]
    public void The_answers_on_law_and_doses_are_fixed()
    {
        Assert.Equal("I can't say what the law requires. Your privacy lead or defence body can. What fits here:", Pack.Answers.Law);
        Assert.Equal("I only know about being online; use your formulary or a pharmacist.", Pack.Answers.Doses);
    }
}
