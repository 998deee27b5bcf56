using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Screening;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Guidance;

/// <summary><c>/check</c>: a second look at a draft, in private, by the same engine that screens channels. The draft is kept nowhere.</summary>
internal sealed class CheckCommand(Screener screener, CommunityBook communities, Support support)
{
    private const string LeaveNamesOut = "Leave real names out even here: the platform carries what you type. I keep nothing of it.";

    public static CommandSpec Spec { get; } = new()
    {
        Name = "check",
        Description = "A private second look at a draft before you post it",
        Options = [new OptionSpec("draft", "Your draft. Leave real names out even here: the platform carries what you type") { MaxLength = 40_000 }],
        Answer = AnswerKind.Form,
        Anywhere = true,
        Example = "check We finally cracked the rota!",
    };

    public static FormSpec Form { get; } = new("check");

    public static ButtonSpec AgainButton { get; } = new("check-again", AnswerKind.Form);

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken) =>
        call.Options.Text("draft") is { Length: > 0 } draft
            ? Reply.Of(await LookAsync(draft, call.Caller.In, cancellationToken))
            : Ask();

    public Task<Reply> AgainAsync(ButtonPress press, CancellationToken cancellationToken) => Task.FromResult<Reply>(Ask());

    public async Task<Reply> SubmitAsync(FormSubmission submission, CancellationToken cancellationToken) =>
        submission.Text("draft") is { Length: > 0 } draft
            ? Reply.Of(await LookAsync(draft, submission.Submitter.In, cancellationToken))
            : new Reply.Mend(new Dictionary<string, string> { ["draft"] = "Write or paste the draft here." });

    private async Task<Card> LookAsync(string draft, CommunityAddress community, CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(community, cancellationToken);
        var result = screener.Examine(draft, options: new ScreenOptions { Sensitivity = settings.Sensitivity, Profanity = settings.Profanity });
        return result.Distressed ? await support.CardAsync(community, cancellationToken) : CheckCard.For(draft, result);
    }

    private static Reply.Open Ask() => new(new Form
    {
        Id = "check",
        Title = "Check a draft",
        Intro = LeaveNamesOut,
        Submit = "Check",
        Pages = [new FormPage("Your draft", [new TextField("draft", "Draft") { Multiline = true, Required = true, MaxLength = 4000, Hint = LeaveNamesOut }])],
    });
}
