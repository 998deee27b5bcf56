using GuidanceBot.Screening;

namespace GuidanceBot.Communities;

/// <summary>What an admin answered in set-up. Ids and choices only, so that it can wait in the database for the last word.</summary>
internal sealed record SetupAnswers
{
    public IReadOnlyList<string> General { get; init; } = [];
    public IReadOnlyList<string> Cases { get; init; } = [];
    public string? ModeratorsChannel { get; init; }
    public IReadOnlyList<string> ModeratorRoles { get; init; } = [];
    public IReadOnlyList<string> AdminRoles { get; init; } = [];
    public string? TipsChannel { get; init; }
    public string Zone { get; init; } = "Etc/UTC";
    public string When { get; init; } = "weekdays at 9:00";
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Normal;
    public int RetentionDays { get; init; } = 90;
    public IReadOnlyList<string> Countries { get; init; } = [];
    public bool EmployerRun { get; init; }

    /// <summary>The answers that lead to the settings as they are.</summary>
    public static SetupAnswers Of(CommunitySettings settings, TipsWish? tips) => new()
    {
        General = [.. settings.Watched.Where(w => w.Value is ChannelMode.General).Select(w => w.Key)],
        Cases = [.. settings.Watched.Where(w => w.Value is ChannelMode.Cases).Select(w => w.Key)],
        ModeratorsChannel = settings.ModeratorsChannel,
        ModeratorRoles = settings.ModeratorRoles,
        AdminRoles = settings.AdminRoles,
        TipsChannel = tips?.Channel,
        Zone = settings.Zone,
        When = tips?.When ?? "weekdays at 9:00",
        Sensitivity = settings.Sensitivity,
        RetentionDays = settings.RetentionDays,
        Countries = settings.Countries,
        EmployerRun = settings.EmployerRun,
    };

    /// <summary>The settings with these answers in them; what set-up does not ask stays.</summary>
    public CommunitySettings Into(CommunitySettings settings) => settings with
    {
        Watched = General.Select(c => (Channel: c, Mode: ChannelMode.General)).Concat(Cases.Select(c => (c, ChannelMode.Cases))).ToDictionary(c => c.Item1, c => c.Item2),
        ModeratorsChannel = ModeratorsChannel,
        ModeratorRoles = ModeratorRoles,
        AdminRoles = AdminRoles,
        Zone = Zone,
        Sensitivity = Sensitivity,
        RetentionDays = RetentionDays,
        Countries = Countries,
        EmployerRun = EmployerRun,
    };

    /// <summary>The tips asked for; null where no channel was picked.</summary>
    public TipsWish? Tips => TipsChannel is null ? null : new TipsWish(TipsChannel, When);
}
