using GuidanceBot.Chat;
using GuidanceBot.Screening;
using GuidanceBot.Testing;

namespace GuidanceBot.Core.Tests.Moderation;

/// <summary>Phrases that mean something to the scripted screen, and short ways to say what the stories need.</summary>
internal static class Scripts
{
    public const string High = "MRN 4418823";
    public const string Medium = "what a hopeless lot";
    public const string Story = "the only shark bite in Fife";
    public const string Heavy = "I can't go on";
    public const string Grievance = "my trust lies about staffing";
    public const string Threat = "I know where you live";

    public static TestBot Scripted(this TestBot bot)
    {
        bot.Screen
            .On(High, Some.Finding(rule: "id.mrn"))
            .On(Medium, Some.Finding(FindingCategory.DisparagingPatient, Severity.Medium, rule: "words.contempt"))
            .On(Story, Some.Finding(FindingCategory.PatientStoryIdentifiable, rule: "story.rare"))
            .On(Heavy, Some.Finding(FindingCategory.Distress, rule: "distress.self"))
            .On(Grievance, Some.Finding(FindingCategory.DisparagingColleagueOrEmployer, Severity.Medium, rule: "work.harsh", type: "speaking_up"))
            .On(Threat, Some.Finding(FindingCategory.HarassmentOrThreat, rule: "threat.you"));
        return bot;
    }

    public static IReadOnlyList<FakePost> Cards(this TestBot bot) => bot.Platform.PostsIn("moderators");

    public static FakePost OnlyCard(this TestBot bot) => Xunit.Assert.Single(bot.Cards());

    public static Task<Reply> PressCardAsync(this TestBot bot, string label, MemberId? presser = null) =>
        bot.PressAsync(bot.Cards()[^1].Card, label, presser ?? Some.Moderator, bot.Cards()[^1].Address);
}
