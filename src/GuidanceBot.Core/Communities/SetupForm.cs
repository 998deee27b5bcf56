using System.Globalization;
using GuidanceBot.Chat;
using GuidanceBot.Screening;
using GuidanceBot.Tips;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Communities;

/// <summary>The questions of set-up, and how their answers are read.</summary>
internal static class SetupForm
{
    public const string Prefix = "setup";

    // Where people should be able to speak freely. A hint only: admins decide.
    private static readonly string[] FreeSpeech =
        ["peer", "support", "wellbeing", "well-being", "union", "staff-rep", "staff rep", "representation", "staff-side", "staff side", "staff-council", "works-council", "balint", "debrief"];

    public static Form Of(SetupAnswers now, ChannelNames channels, SupportLines lines)
    {
        var free = channels.All.Where(IsForFreeSpeech).Select(c => channels.Of(c.Address.Channel)).ToList();
        var leaveOut = free.Count == 0 ? "None until you pick some." : $"Best left out, so that people can speak freely: {string.Join(", ", free)}.";
        return new Form
        {
            Id = Prefix,
            Title = "Set up GuidanceBot",
            Intro = "Nothing is saved before you have seen the summary.",
            Submit = "Show the summary",
            Pages =
            [
                new FormPage("What I read",
                [
                    new PickField("general", "Channels to read as general chat", PickKind.Channel) { Several = true, Initial = now.General, Hint = leaveOut },
                    new PickField("cases", "Channels to read as case discussions", PickKind.Channel) { Several = true, Initial = now.Cases, Hint = "Clinical stories are expected there; only what identifies someone counts." },
                ]),
                new FormPage("Who looks",
                [
                    new PickField("moderators_channel", "Moderators' channel", PickKind.Channel) { Required = true, Initial = Some(now.ModeratorsChannel), Hint = "Flags are shown there. It is never read." },
                    new PickField("moderators", "Who may moderate", PickKind.Role) { Several = true, Initial = now.ModeratorRoles, Hint = "Roles or groups. Admins may as well." },
                    new PickField("admins", "Who may administer", PickKind.Role) { Several = true, Initial = now.AdminRoles, Hint = "Beside those who manage the community here." },
                ]),
                new FormPage("Tips",
                [
                    new PickField("tips_channel", "Tips channel", PickKind.Channel) { Initial = Some(now.TipsChannel), Hint = "Leave it empty for no tips." },
                    new TextField("zone", "Time zone") { Required = true, Initial = now.Zone == "Etc/UTC" ? "" : now.Zone, MaxLength = 60, Hint = "Such as Europe/London or America/New_York." },
                    new TextField("when", "When") { Initial = now.When, MaxLength = 200, Hint = "Plain words, or five cron fields." },
                ]),
                new FormPage("How",
                [
                    new ChoiceField("sensitivity", "Sensitivity", [new("low", "Low: only what is clear"), new("normal", "Normal"), new("high", "High: more flags, more of them needless")]) { Required = true, Initial = [Lower(now.Sensitivity)] },
                    new TextField("retention", "Days to keep the history of closed flags") { Required = true, Initial = now.RetentionDays.ToString(CultureInfo.InvariantCulture), MaxLength = 5, Hint = "1 to 365. Then person ids are blanked." },
                    new ChoiceField("countries", "Countries of your members", [.. lines.Countries.Values.Select(c => new Choice(c.Code, c.Name))]) { Several = true, Initial = now.Countries, Hint = "For support lines only." },
                    new ChoiceField("employer", "Does an employer run this community?", [new("no", "No"), new("yes", "Yes")]) { Required = true, Initial = [now.EmployerRun ? "yes" : "no"], Hint = "If so, harsh words about it go to their writer only, unless they threaten." },
                ]),
            ],
        };
    }

    /// <summary>The answers, and what is wrong with them by field.</summary>
    public static (SetupAnswers Answers, Dictionary<string, string> Problems) Read(FormSubmission submission, ChannelNames channels, SupportLines lines)
    {
        var problems = new Dictionary<string, string>();
        var answers = new SetupAnswers
        {
            General = [.. submission.All("general").Distinct()],
            Cases = [.. submission.All("cases").Distinct()],
            ModeratorsChannel = None(submission.Text("moderators_channel")),
            ModeratorRoles = [.. submission.All("moderators").Distinct()],
            AdminRoles = [.. submission.All("admins").Distinct()],
            TipsChannel = None(submission.Text("tips_channel")),
            Zone = Zones.Find(submission.Text("zone"))?.Id ?? "",
            When = submission.Text("when") is { Length: > 0 } when ? when : "weekdays at 9:00",
            Sensitivity = Enum.TryParse<Sensitivity>(submission.Text("sensitivity"), ignoreCase: true, out var sensitivity) && Enum.IsDefined(sensitivity) ? sensitivity : Sensitivity.Normal,
            RetentionDays = int.TryParse(submission.Text("retention"), NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? days : 0,
            Countries = [.. submission.All("countries").Where(lines.Countries.ContainsKey).Distinct()],
            EmployerRun = submission.Text("employer") == "yes",
        };

        foreach (var (field, picked) in new[] { ("general", answers.General), ("cases", answers.Cases), ("moderators_channel", Some(answers.ModeratorsChannel)), ("tips_channel", Some(answers.TipsChannel)) })
        {
            if (picked.Any(id => channels.Find(id) is null))
                problems[field] = "I can't see one of these channels; invite me there, or leave it out.";
        }

        if (answers.ModeratorsChannel is null)
            problems["moderators_channel"] = "Flags need a place; pick the channel that moderators read.";
        if (answers.General.Intersect(answers.Cases).FirstOrDefault() is { } twice)
            problems["cases"] = $"{channels.Of(twice)} is picked as general chat too; leave it in one of the two.";
        foreach (var (field, picked) in new[] { ("general", answers.General), ("cases", answers.Cases) })
        {
            if (answers.ModeratorsChannel is { } moderators && picked.Contains(moderators))
                problems[field] = $"{channels.Of(moderators)} is where flags are shown and is never read; leave it out here.";
        }

        if (answers.Zone.Length == 0)
            problems["zone"] = Zones.Problem(submission.Text("zone"));
        if (ScheduleText.Read(answers.When).Problem is { } wrong)
            problems["when"] = wrong;
        if (answers.RetentionDays is < 1 or > 365)
            problems["retention"] = $"“{ScheduleText.Short(submission.Text("retention"))}” is not a number of days; give one from 1 to 365, such as 90.";
        return (answers, problems);
    }

    public static bool IsForFreeSpeech(ChannelInfo channel) =>
        FreeSpeech.Any(word => channel.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || channel.Topic.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static string Lower(Sensitivity sensitivity) => sensitivity.ToString().ToLowerInvariant();

    private static string[] Some(string? id) => id is null ? [] : [id];

    private static string? None(string id) => id.Length == 0 ? null : id;
}
