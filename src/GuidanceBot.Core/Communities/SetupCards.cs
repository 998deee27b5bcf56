using GuidanceBot.Chat;
using GuidanceBot.Tips;

namespace GuidanceBot.Communities;

/// <summary>What set-up shows: the summary before saving, how saving went, the word to members.</summary>
internal static class SetupCards
{
    public static Card Summary(Guid draft, SetupAnswers answers, ChannelNames channels, IReadOnlyList<RoleInfo> roles, DateTimeOffset now)
    {
        var reads = (answers.General.Count, answers.Cases.Count) switch
        {
            (0, 0) => "no channel",
            (_, 0) => channels.Of(answers.General),
            (0, _) => $"{channels.Of(answers.Cases)} (cases)",
            _ => $"{channels.Of(answers.General)}; {channels.Of(answers.Cases)} (cases)",
        };
        var moderate = answers.ModeratorRoles.Count == 0 ? "admins" : string.Join(", ", answers.ModeratorRoles.Select(id => roles.FirstOrDefault(r => r.Id == id)?.Name ?? "a role I can't see"));
        var card = new Card { Title = "Save this?" }.With(new FieldsBlock(
        [
            new CardField("I read", reads),
            new CardField("Flags go to", $"{channels.Of(answers.ModeratorsChannel ?? "")}, for {moderate}"),
            new CardField("Tips", answers.TipsChannel is null ? "none" : $"{ScheduleText.Describe(ScheduleText.Read(answers.When).Cron)} in {channels.Of(answers.TipsChannel)}"),
            new CardField("Also", $"{answers.Sensitivity.ToString().ToLowerInvariant()} sensitivity, history {answers.RetentionDays} days, lines for {(answers.Countries.Count == 0 ? "everywhere" : string.Join(", ", answers.Countries))}{(answers.EmployerRun ? ", run by an employer" : "")}"),
        ]));
        if (answers.TipsChannel is not null && SlotPlanner.Find(ScheduleText.Read(answers.When).Cron, answers.Zone) is { } planner)
            card = card.With(new HeadingBlock("First tips"), new ListBlock([.. planner.Next(now, 3).Select(s => TipWords.Slot(s, planner.Zone))]));
        foreach (var problem in Problems(answers, channels))
            card = card.With(new TextBlock(problem));
        return card.With(new CardButton($"setup-save:{draft:N}", "Save", ButtonStyle.Primary), new CardButton($"setup-change:{draft:N}", "Change"));
    }

    /// <summary>What keeps the bot from its work in the picked channels, in words an admin can act on; and what should be thought over.</summary>
    public static IEnumerable<string> Problems(SetupAnswers answers, ChannelNames channels)
    {
        foreach (var id in new[] { answers.ModeratorsChannel, answers.TipsChannel }.OfType<string>().Distinct())
        {
            if (channels.Find(id) is { BotMayPost: false } closed)
                yield return $"I may not post in #{closed.Name.TrimStart('#')}: {Missing(closed, "let me post there")}.";
        }

        foreach (var id in answers.General.Concat(answers.Cases))
        {
            if (channels.Find(id) is { BotMayRead: false } closed)
                yield return $"I may not read #{closed.Name.TrimStart('#')}: {Missing(closed, "let me read there")}.";
            if (channels.Find(id) is { } free && SetupForm.IsForFreeSpeech(free))
                yield return $"#{free.Name.TrimStart('#')} looks like a place to speak freely; think about leaving it out.";
        }
    }

    public static Card Saved(SetupAnswers answers, ChannelNames channels, Outcome test, string prefix)
    {
        var tested = test is Outcome.Done
            ? $"A test flag stands in {channels.Of(answers.ModeratorsChannel ?? "")}."
            : $"I could not put a test flag in {channels.Of(answers.ModeratorsChannel ?? "")}: {TipWords.Why(test)}.";
        var card = Card.Of("Saved", tested, $"{prefix}settings changes single values. Don't rely on me to notice a colleague in danger.");
        foreach (var problem in Problems(answers, channels))
            card = card.With(new TextBlock(problem));
        var places = answers.General.Concat(answers.Cases).Concat(answers.TipsChannel is null ? [] : [answers.TipsChannel]).Distinct().Take(3).ToList();
        return places.Count == 0
            ? card
            : card.With(new TextBlock("Tell members? This is what I'd post:"), new QuoteBlock(Hello(answers.General.Concat(answers.Cases), channels, prefix)))
                .With([.. places.Select(id => new CardButton($"setup-tell:{id}", Short($"Post in {channels.Of(id)}")))]);
    }

    public static string Hello(IEnumerable<string> watched, ChannelNames channels, string prefix)
    {
        var read = watched.ToList();
        var reads = read.Count == 0 ? "answers questions and posts tips. It reads no channel." : $"answers questions, posts tips and reads {channels.Of(read)} for things that could hurt a patient.";
        return $"GuidanceBot {reads} People decide, not the bot. {prefix}privacy says what is kept.";
    }

    private static string Missing(ChannelInfo channel, string otherwise) => channel.Missing.Length > 0 ? channel.Missing.TrimEnd('.') : otherwise;

    private static string Short(string label) => label.Length <= 38 ? label : label[..37] + "…";
}
