using System.Text.Json;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Moderation;
using GuidanceBot.Storage;
using GuidanceBot.Wellbeing;
using Microsoft.EntityFrameworkCore;

namespace GuidanceBot.Communities;

/// <summary><c>/setup</c>: a form, a summary to look at, and Save. Nothing counts before that.</summary>
internal sealed class SetupDesk(GuidanceDb db, CommunityBook communities, CommunitySetup setup, ChatPlatforms platforms, SupportLines lines, TimeProvider clock)
{
    public static CommandSpec Spec { get; } = new()
    {
        Name = "setup",
        Description = "Choose what I read, who moderates, and when tips are posted",
        For = Audience.Admins,
        Answer = AnswerKind.Form,
    };

    public static FormSpec Form { get; } = new(SetupForm.Prefix) { For = Audience.Admins };

    public static ButtonSpec SaveButton { get; } = new("setup-save", AnswerKind.Replace) { For = Audience.Admins };

    public static ButtonSpec ChangeButton { get; } = new("setup-change", AnswerKind.Form) { For = Audience.Admins };

    public static ButtonSpec TellButton { get; } = new("setup-tell", AnswerKind.Replace) { For = Audience.Admins };

    public async Task<Reply> OpenAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (call.IsDirect)
            return Reply.Of("Please ask in the community", "Setting up belongs to one community; type it in one of its channels.");
        var settings = await communities.OfAsync(call.Channel.In, cancellationToken);
        return new Reply.Open(SetupForm.Of(SetupAnswers.Of(settings, await setup.TipsOfAsync(settings, cancellationToken)), await ChannelsAsync(call.Channel.In, cancellationToken), lines));
    }

    /// <summary>What is wrong with the answers so far.</summary>
    public async Task<IReadOnlyDictionary<string, string>> CheckAsync(FormSubmission soFar, CancellationToken cancellationToken) =>
        SetupForm.Read(soFar, await ChannelsAsync(soFar.Channel.In, cancellationToken), lines).Problems;

    /// <summary>Reads the form, keeps the answers aside and shows the summary.</summary>
    public async Task<Reply> SubmitAsync(FormSubmission submission, CancellationToken cancellationToken)
    {
        var community = submission.Channel.In;
        var channels = await ChannelsAsync(community, cancellationToken);
        var (answers, problems) = SetupForm.Read(submission, channels, lines);
        if (problems.Count > 0)
            return new Reply.Mend(problems);

        var draft = Guid.NewGuid();
        var row = await db.SetupDrafts.SingleOrDefaultAsync(d => d.Platform == community.Platform && d.Community == community.Community, cancellationToken);
        if (row is null)
            db.Add(row = new SetupDraft { Platform = community.Platform, Community = community.Community, Id = draft, Answers = "", At = clock.GetUtcNow() });
        (row.Id, row.Answers, row.At) = (draft, JsonSerializer.Serialize(answers), clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);

        var roles = platforms.Find(community.Platform) is { } platform ? await platform.ListRolesAsync(community, cancellationToken) : [];
        return Reply.Of(SetupCards.Summary(draft, answers, channels, roles, clock.GetUtcNow()));
    }

    /// <summary>Opens the form again with the answers given.</summary>
    public async Task<Reply> ChangeAsync(ButtonPress press, CancellationToken cancellationToken) =>
        await DraftAsync(press, cancellationToken) is { } answers
            ? new Reply.Open(SetupForm.Of(answers, await ChannelsAsync(press.Channel.In, cancellationToken), lines))
            : Reply.Of(Answers.Outdated);

    /// <summary>Saves, tries the moderators' channel with a test, and offers a word to members.</summary>
    public async Task<Reply> SaveAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        var community = press.Channel.In;
        if (await DraftAsync(press, cancellationToken) is not { } answers)
            return Reply.Of(Answers.Outdated);

        // The draft goes last: after a crash Save can be pressed again, and everything before it may be done twice.
        await setup.ApplyAsync(answers.Into(await communities.OfAsync(community, cancellationToken)), answers.Tips, cancellationToken);
        var channels = await ChannelsAsync(community, cancellationToken);
        var test = await PostAsync(community, answers.ModeratorsChannel ?? "", FlagCard.Test(), PostKeys.Of("test", press.ButtonId), cancellationToken);
        await db.SetupDrafts.Where(d => d.Platform == community.Platform && d.Community == community.Community).ExecuteDeleteAsync(cancellationToken);
        return new Reply.Replace(SetupCards.Saved(answers, channels, test, platforms.PrefixOf(community)));
    }

    /// <summary>Posts the word to members.</summary>
    public async Task<Reply> TellAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        var (community, channel) = (press.Channel.In, press.ButtonId[(press.ButtonId.IndexOf(':') + 1)..]);
        var settings = await communities.OfAsync(community, cancellationToken);
        var channels = await ChannelsAsync(community, cancellationToken);
        if (settings.SetUpAt is null || channels.Find(channel) is null)
            return Reply.Of(Answers.Outdated);

        var text = SetupCards.Hello(settings.Watched.Keys, channels, platforms.PrefixOf(community));
        var outcome = await PostAsync(community, channel, Card.Of("Hello from GuidanceBot", text), PostKeys.Of("hi", community.Community, channel, text, $"{clock.GetUtcNow():yyyy-MM-dd}"), cancellationToken);
        return new Reply.Replace(outcome is Outcome.Done
            ? Card.Of("Members are told", $"It stands in {channels.Of(channel)}.")
            : Card.Of("Not posted", $"I could not post in {channels.Of(channel)}: {Tips.TipWords.Why(outcome)}."));
    }

    private async Task<SetupAnswers?> DraftAsync(ButtonPress press, CancellationToken cancellationToken)
    {
        var community = press.Channel.In;
        if (!Guid.TryParseExact(press.ButtonId.Split(':')[^1], "N", out var id))
            return null;
        var draft = await db.SetupDrafts.AsNoTracking()
            .SingleOrDefaultAsync(d => d.Platform == community.Platform && d.Community == community.Community && d.Id == id, cancellationToken);
        return draft is null ? null : JsonSerializer.Deserialize<SetupAnswers>(draft.Answers);
    }

    private async Task<Outcome> PostAsync(CommunityAddress community, string channel, Card card, PostKey key, CancellationToken cancellationToken) =>
        platforms.Find(community.Platform) is { } platform
            ? (await platform.PostAsync(new ChannelAddress(community.Platform, community.Community, channel), card, key, silent: true, cancellationToken)).Outcome
            : Outcome.Failed;

    private Task<ChannelNames> ChannelsAsync(CommunityAddress community, CancellationToken cancellationToken) =>
        ChannelNames.OfAsync(platforms, community, cancellationToken);
}
