using System.Globalization;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Screening;
using GuidanceBot.Tips;
using GuidanceBot.Wellbeing;

namespace GuidanceBot.Communities;

/// <summary>One value that <c>/settings</c> shows and changes.</summary>
internal sealed record Setting(string Name, string Takes, Func<CommunitySettings, SettingContext, string> Show, Func<CommunitySettings, string, SettingContext, SettingChange> Change)
{
    /// <summary>All of them, in the order in which they are shown.</summary>
    public static IReadOnlyList<Setting> All { get; } =
    [
        new("general", "channels to read as general chat, such as #general, #news; or none",
            (now, here) => here.Channels.Of(Watched(now, ChannelMode.General)),
            (now, typed, here) => Watch(now, typed, here, ChannelMode.General)),
        new("cases", "channels to read as case discussions; or none",
            (now, here) => here.Channels.Of(Watched(now, ChannelMode.Cases)),
            (now, typed, here) => Watch(now, typed, here, ChannelMode.Cases)),
        new("moderators-channel", "the channel where flags are shown",
            (now, here) => now.ModeratorsChannel is { } id ? here.Channels.Of(id) : "none",
            (now, typed, here) => here.Channels.Read(typed) is not ({ } channel, _) ? SettingChange.Refused(here.Channels.Read(typed).Problem)
                : now.ModeOf(channel.Address.Channel) is not ChannelMode.Off ? SettingChange.Refused($"{here.Channels.Of(channel.Address.Channel)} is read, and the moderators' channel never is; take it out of general or cases first.")
                : new(now with { ModeratorsChannel = channel.Address.Channel })),
        new("moderators", "roles that may moderate; or none",
            (now, here) => here.RoleNames(now.ModeratorRoles),
            (now, typed, here) => here.ReadRoles(typed, roles => now with { ModeratorRoles = roles })),
        new("admins", "roles that may administer, beside those who manage the community; or none",
            (now, here) => here.RoleNames(now.AdminRoles),
            (now, typed, here) => here.ReadRoles(typed, roles => now with { AdminRoles = roles })),
        new("zone", "a time zone such as Europe/London, for the digest and for new schedules",
            (now, _) => now.Zone,
            (now, typed, _) => Zones.Find(typed) is { } zone ? new(now with { Zone = zone.Id }) : SettingChange.Refused(Zones.Problem(typed))),
        new("sensitivity", "low, normal or high",
            (now, _) => Word(now.Sensitivity),
            (now, typed, _) => Named<Sensitivity>(typed, "sensitivity", "low, normal or high", value => now with { Sensitivity = value })),
        new("profanity", "on or off: whether strong language is flagged",
            (now, _) => now.Profanity ? "on" : "off",
            (now, typed, _) => Switch(typed, "profanity", on => now with { Profanity = on })),
        new("cards", "low, medium or high: how severe a flag must be to be shown at once; the rest waits for the daily digest",
            (now, _) => $"at once from {Word(now.CardAtOnce)}",
            (now, typed, _) => Named<Severity>(typed, "cards", "low, medium or high", value => now with { CardAtOnce = value }, Severity.None)),
        new("retention", "1 to 365 days: how long the history of closed flags keeps person ids",
            (now, _) => $"{now.RetentionDays} days",
            (now, typed, _) => int.TryParse(typed.Split(' ')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 365
                ? new(now with { RetentionDays = days })
                : SettingChange.Refused($"retention takes a number of days from 1 to 365, not “{ScheduleText.Short(typed)}”.")),
        new("countries", "country codes for support lines, such as GB, IE; or none",
            (now, _) => now.Countries.Count == 0 ? "none (lines for everywhere)" : string.Join(", ", now.Countries),
            (now, typed, here) => ReadCountries(now, typed, here)),
        new("employer", "on or off: whether an employer runs this community",
            (now, _) => now.EmployerRun ? "on" : "off",
            (now, typed, _) => Switch(typed, "employer", on => now with { EmployerRun = on })),
    ];

    /// <summary>The setting of that name; null with the nearest names where there is none.</summary>
    public static (Setting? Found, string Problem) Find(string typed)
    {
        var name = typed.Trim().ToLowerInvariant();
        if (All.FirstOrDefault(s => s.Name == name) is { } found)
            return (found, "");
        var near = All.Select(s => s.Name).Where(n => name.Length is > 0 and <= 40 && (n.Contains(name, StringComparison.Ordinal) || EditDistance.Between(n, name) <= 2)).Take(3).ToList();
        return (null, near.Count > 0
            ? $"There is no setting “{ScheduleText.Short(typed)}”; did you mean {string.Join(" or ", near)}?"
            : $"There is no setting “{ScheduleText.Short(typed)}”; there are {string.Join(", ", All.Select(s => s.Name))}.");
    }

    private static IEnumerable<string> Watched(CommunitySettings settings, ChannelMode mode) =>
        settings.Watched.Where(w => w.Value == mode).Select(w => w.Key);

    private static SettingChange Watch(CommunitySettings now, string typed, SettingContext here, ChannelMode mode)
    {
        var watched = now.Watched.Where(w => w.Value != mode).ToDictionary(w => w.Key, w => w.Value);
        foreach (var name in SettingContext.Several(typed))
        {
            var (channel, problem) = here.Channels.Read(name);
            if (channel is null)
                return SettingChange.Refused(problem);
            if (channel.Address.Channel == now.ModeratorsChannel)
                return SettingChange.Refused($"{here.Channels.Of(channel.Address.Channel)} is where flags are shown and is never read; leave it out.");
            watched[channel.Address.Channel] = mode;
        }

        return new(now with { Watched = watched });
    }

    private static SettingChange ReadCountries(CommunitySettings now, string typed, SettingContext here)
    {
        var codes = new List<string>();
        foreach (var said in SettingContext.Several(typed))
        {
            var country = here.Lines.Countries.Values.FirstOrDefault(c => c.Code.Equals(said, StringComparison.OrdinalIgnoreCase) || c.Name.Equals(said, StringComparison.OrdinalIgnoreCase));
            if (country is null)
                return SettingChange.Refused($"I have no support lines for “{ScheduleText.Short(said)}”; there are some for {string.Join(", ", here.Lines.Countries.Values.Select(c => $"{c.Code} ({c.Name})"))}.");
            codes.Add(country.Code);
        }

        return new(now with { Countries = [.. codes.Distinct()] });
    }

    private static SettingChange Switch(string typed, string name, Func<bool, CommunitySettings> with) => typed.ToLowerInvariant() switch
    {
        "on" or "yes" or "true" => new(with(true)),
        "off" or "no" or "false" => new(with(false)),
        _ => SettingChange.Refused($"{name} takes on or off, not “{ScheduleText.Short(typed)}”."),
    };

    private static SettingChange Named<T>(string typed, string name, string takes, Func<T, CommunitySettings> with, T? not = null)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(v => !v.Equals(not) && Word(v).Equals(typed, StringComparison.OrdinalIgnoreCase)).Select(v => new SettingChange(with(v)))
            .FirstOrDefault(SettingChange.Refused($"{name} takes {takes}, not “{ScheduleText.Short(typed)}”."));

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}

/// <summary>The settings after a change, or why there was none: one sentence that names the input and the mend.</summary>
internal sealed record SettingChange(CommunitySettings? Settings, string Problem = "")
{
    public static SettingChange Refused(string problem) => new(null, problem);
}

/// <summary>What a setting's value is read against: the community's own channels and roles, and the countries there are lines for.</summary>
internal sealed record SettingContext(ChannelNames Channels, IReadOnlyList<RoleInfo> Roles, SupportLines Lines)
{
    /// <summary>The items of a list somebody typed; none for "none".</summary>
    public static IEnumerable<string> Several(string typed)
    {
        var items = typed.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return items is [var only] && only.Equals("none", StringComparison.OrdinalIgnoreCase) ? [] : items;
    }

    public string RoleNames(IReadOnlyList<string> ids) =>
        ids.Count == 0 ? "none" : string.Join(", ", ids.Select(id => Roles.FirstOrDefault(r => r.Id == id)?.Name ?? "a role I can't see"));

    public SettingChange ReadRoles(string typed, Func<IReadOnlyList<string>, CommunitySettings> with)
    {
        var ids = new List<string>();
        foreach (var said in Several(typed))
        {
            var wanted = said.TrimStart('@');
            var role = Roles.FirstOrDefault(r => r.Id == wanted || r.Name.Equals(wanted, StringComparison.OrdinalIgnoreCase));
            if (role is null)
            {
                return SettingChange.Refused(Roles.Count == 0
                    ? $"I see no roles here, so “{ScheduleText.Short(said)}” can't be picked; make one on the platform first."
                    : $"I see no role “{ScheduleText.Short(said)}”; there {(Roles.Count == 1 ? "is" : "are")} {string.Join(", ", Roles.Take(10).Select(r => r.Name))}.");
            }

            ids.Add(role.Id);
        }

        return new(with([.. ids.Distinct()]));
    }
}
