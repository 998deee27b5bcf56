using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Communities;

/// <summary><c>/settings</c>: shows every value, and changes one.</summary>
internal sealed class SettingsDesk(CommunityBook communities, ChatPlatforms platforms, SupportLines lines)
{
    private const int FirstScreen = 6;

    public static CommandSpec Spec { get; } = new()
    {
        Name = "settings",
        Description = "See every setting, or change one",
        Options =
        [
            new OptionSpec("name", "Which setting") { Suggests = true, MaxLength = 40 },
            new OptionSpec("value", "Its new value") { MaxLength = 1000 },
        ],
        For = Audience.Admins,
        Example = "settings sensitivity high",
    };

    public static ButtonSpec PageButton { get; } = new("settings", AnswerKind.Replace) { For = Audience.Admins };

    public async Task<Reply> RunAsync(CommandCall call, CancellationToken cancellationToken)
    {
        if (await SetUpFirst.UnlessDoneAsync(communities, platforms, call.Channel.In, cancellationToken) is { } first)
            return Reply.Of(first);

        var settings = await communities.OfAsync(call.Channel.In, cancellationToken);
        var here = await ContextAsync(call.Channel.In, cancellationToken);
        var (name, value) = (call.Options.Text("name"), call.Options.Text("value").Trim());
        if (name.Length == 0)
            return Reply.Of(Page(settings, here, more: false));

        var (setting, unknown) = Setting.Find(name);
        if (setting is null)
            return Reply.Of("Nothing changed", unknown);
        if (value.Length == 0)
            return Reply.Of($"{setting.Name}: {setting.Show(settings, here)}", $"It takes {setting.Takes}.");

        var before = setting.Show(settings, here);
        var change = setting.Change(settings, value, here);
        if (change.Settings is null)
            return Reply.Of("Nothing changed", change.Problem);
        await communities.SaveAsync(change.Settings, cancellationToken);
        return Reply.Of("Saved", $"{setting.Name}: {setting.Show(change.Settings, here)} (it was: {before}).");
    }

    public async Task<Reply> TurnAsync(ButtonPress press, CancellationToken cancellationToken) =>
        new Reply.Replace(Page(await communities.OfAsync(press.Channel.In, cancellationToken), await ContextAsync(press.Channel.In, cancellationToken), press.ButtonId == "settings:more"));

    public Task<IReadOnlyList<Choice>> SuggestAsync(SuggestCall call, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Choice>>([.. Setting.All
            .Where(s => s.Name.Contains(call.Typed.Trim(), StringComparison.OrdinalIgnoreCase))
            .Select(s => new Choice(s.Name, Short($"{s.Name}: {s.Takes}")))]);

    private Card Page(CommunitySettings settings, SettingContext here, bool more)
    {
        var shown = more ? Setting.All.Skip(FirstScreen) : Setting.All.Take(FirstScreen);
        return new Card { Title = "Settings" }
            .With(new FieldsBlock([.. shown.Select(s => new CardField(s.Name, s.Show(settings, here)))]))
            .With(new NoteBlock($"To change one: {platforms.PrefixOf(settings.Address)}settings sensitivity high"))
            .With(more ? new CardButton("settings:first", "Back") : new CardButton("settings:more", "More") { SpokenLabel = "More settings" });
    }

    private async Task<SettingContext> ContextAsync(CommunityAddress community, CancellationToken cancellationToken) => new(
        await ChannelNames.OfAsync(platforms, community, cancellationToken),
        platforms.Find(community.Platform) is { } platform ? await platform.ListRolesAsync(community, cancellationToken) : [],
        lines);

    private static string Short(string label) => label.Length <= 100 ? label : label[..99] + "…";
}
