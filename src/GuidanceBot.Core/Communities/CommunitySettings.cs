using GuidanceBot.Chat;
using GuidanceBot.Screening;

namespace GuidanceBot.Communities;

/// <summary>What one community's admins have set. An immutable snapshot: change it through <see cref="CommunityBook"/>.</summary>
public sealed record CommunitySettings
{
    /// <summary>Whose settings these are.</summary>
    public required CommunityAddress Address { get; init; }

    /// <summary>When <c>/setup</c> was first finished; null until then.</summary>
    public DateTimeOffset? SetUpAt { get; init; }

    /// <summary>The channels that are screened, with how; none until picked.</summary>
    public IReadOnlyDictionary<string, ChannelMode> Watched { get; init; } = new Dictionary<string, ChannelMode>();

    /// <summary>Where flags are shown; null until picked. Never screened.</summary>
    public string? ModeratorsChannel { get; init; }

    /// <summary>Roles whose members moderate.</summary>
    public IReadOnlyList<string> ModeratorRoles { get; init; } = [];

    /// <summary>Roles whose members administer, beside those whom the platform lets manage the community.</summary>
    public IReadOnlyList<string> AdminRoles { get; init; } = [];

    /// <summary>The community's zone, by IANA name: for the digest and as the default of schedules.</summary>
    public string Zone { get; init; } = "Etc/UTC";

    /// <summary>How sure a rule must be.</summary>
    public Sensitivity Sensitivity { get; init; } = Sensitivity.Normal;

    /// <summary>Whether strong language is flagged.</summary>
    public bool Profanity { get; init; }

    /// <summary>The least severity that makes a card at once; the rest goes into the daily digest.</summary>
    public Severity CardAtOnce { get; init; } = Severity.High;

    /// <summary>Days after which a closed flag's history loses its person ids, 1 to 365.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>ISO country codes whose support lines are shown, in order; the international ones where empty.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>Whether an employer runs the community: then harsh words about it or a colleague go to their author only, unless they threaten.</summary>
    public bool EmployerRun { get; init; }

    /// <summary>How a channel is screened.</summary>
    public ChannelMode ModeOf(string channel) => Watched.GetValueOrDefault(channel, ChannelMode.Off);
}

/// <summary>How a channel is screened.</summary>
public enum ChannelMode
{
    /// <summary>Not at all.</summary>
    Off,

    /// <summary>As general chat.</summary>
    General,

    /// <summary>As a place for cases, where clinical stories are expected and only identifying ones matter.</summary>
    Cases,
}
