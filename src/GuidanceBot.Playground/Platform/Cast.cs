using GuidanceBot.Chat;

namespace GuidanceBot.Playground.Platform;

/// <summary>Who and what there is on the playground: one community, four channels, four people to act as.</summary>
internal static class Cast
{
    public const string Platform = "playground";
    public const string Bot = "guidancebot";
    public const string BotName = "GuidanceBot";
    public const string Moderators = "moderators";
    public const string Admins = "admins";

    /// <summary>Where the community lives, and has its mornings.</summary>
    public const string Zone = "Europe/London";

    public static CommunityAddress Community { get; } = new(Platform, "playground");

    public static IReadOnlyList<Room> Rooms { get; } =
    [
        new("general", "Anything about work, life and being online"),
        new("cases", "Clinical questions, without anything that points to a patient"),
        new("tips", "A short tip on being online, every weekday morning"),
        new("moderators", "Flags arrive here; moderators decide") { ModeratorsOnly = true },
    ];

    public static IReadOnlyList<Person> People { get; } =
    [
        new("ana", "Ana Ferreira", "Member, ward nurse"),
        new("ben", "Ben Adeyemi", "Member, doctor in training"),
        new("mona", "Mona Lindqvist", "Moderator, pharmacist") { Roles = [Moderators] },
        new("ada", "Ada Osei", "Admin, runs this community") { Roles = [Admins], Manages = true },
    ];

    public static IReadOnlyList<RoleInfo> Roles { get; } = [new(Moderators, "Moderators"), new(Admins, "Admins")];

    public static Person? FindPerson(string? id) => People.FirstOrDefault(p => p.Id == id);

    public static string NameOf(string author) => author == Bot ? BotName : FindPerson(author)?.Name ?? "Someone who left";

    public static ChannelAddress Channel(string id) => new(Community.Platform, Community.Community, id);

    /// <summary>The channel of a person's direct conversation with the bot.</summary>
    public static string DirectWith(string person) => "dm-" + person;

    /// <summary>Whose direct conversation a channel is; null for a channel of the community.</summary>
    public static Person? DirectPartner(string channel) => channel.StartsWith("dm-", StringComparison.Ordinal) ? FindPerson(channel[3..]) : null;

    public static bool IsChannel(string id) => Rooms.Any(r => r.Id == id) || DirectPartner(id) is not null;

    /// <summary>Every channel messages are written in, direct conversations included.</summary>
    public static IEnumerable<string> AllChannels => [.. Rooms.Select(r => r.Id), .. People.Select(p => DirectWith(p.Id))];
}

/// <summary>A channel of the playground's community; its id is its name.</summary>
internal sealed record Room(string Id, string Topic)
{
    public bool ModeratorsOnly { get; init; }
}

/// <summary>Somebody one can act as.</summary>
internal sealed record Person(string Id, string Name, string Part)
{
    public IReadOnlyList<string> Roles { get; init; } = [];
    public bool Manages { get; init; }

    public string FirstName => Name.Split(' ')[0];

    public MemberId Member => new(Cast.Community.Platform, Cast.Community.Community, Id);

    public bool Sees(Room room) => !room.ModeratorsOnly || Roles.Count > 0;

    public bool Sees(string channel) =>
        Cast.DirectPartner(channel) is { } partner ? partner.Id == Id : Cast.Rooms.FirstOrDefault(r => r.Id == channel) is { } room && Sees(room);
}
