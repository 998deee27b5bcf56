using System.Globalization;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Discord;

/// <summary>A member of the double's guild.</summary>
public sealed class DoubleMember(string id, string name)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public bool IsBot { get; init; }

    /// <summary>What Discord computes for the member in the channel of an interaction.</summary>
    public ulong Permissions { get; set; } = 1024 | 2048 | 65536;

    public List<string> Roles { get; } = [];

    public bool TakesDirectMessages { get; set; } = true;

    public JsonObject User => new()
    {
        ["id"] = Id,
        ["username"] = Name.ToLowerInvariant(),
        ["discriminator"] = "0",
        ["global_name"] = Name,
        ["avatar"] = null,
        ["bot"] = IsBot,
    };

    public JsonObject Member => new()
    {
        ["user"] = User,
        ["nick"] = null,
        ["avatar"] = null,
        ["roles"] = new JsonArray([.. Roles.Select(r => (JsonNode)r)]),
        ["joined_at"] = "2026-01-01T00:00:00.000000+00:00",
        ["deaf"] = false,
        ["mute"] = false,
        ["flags"] = 0,
    };
}

/// <summary>A channel or thread of the double's guild, or a direct conversation.</summary>
public sealed class DoubleChannel(string id, string? guild, string name, int type)
{
    public string Id { get; } = id;

    public string? Guild { get; } = guild;

    public string Name { get; } = name;

    public int Type { get; } = type;

    public string? Parent { get; init; }

    /// <summary>Rights taken from the bot here.</summary>
    public ulong Denied { get; set; }

    /// <summary>When a thread was put away; null while it is open.</summary>
    public DateTimeOffset? PutAwayAt { get; set; }

    /// <summary>Whether the bot is in a private thread.</summary>
    public bool BotIsIn { get; set; }

    /// <summary>Whom a direct conversation is with.</summary>
    public DoubleMember? With { get; init; }

    /// <summary>By id, oldest first.</summary>
    public SortedDictionary<ulong, JsonObject> Messages { get; } = [];

    public bool IsThread => Type is 10 or 11 or 12;

    public JsonObject Json(string botRole) => new()
    {
        ["id"] = Id,
        ["type"] = Type,
        ["guild_id"] = Guild,
        ["name"] = Name,
        ["position"] = 0,
        ["parent_id"] = Parent,
        ["topic"] = null,
        ["last_message_id"] = Messages.Count == 0 ? null : Messages.Keys.Max().ToString(CultureInfo.InvariantCulture),
        ["permission_overwrites"] = Denied == 0
            ? new JsonArray()
            : new JsonArray(new JsonObject { ["id"] = botRole, ["type"] = 0, ["allow"] = "0", ["deny"] = Denied.ToString(CultureInfo.InvariantCulture) }),
        ["thread_metadata"] = IsThread
            ? new JsonObject { ["archived"] = PutAwayAt is not null, ["auto_archive_duration"] = 1440, ["archive_timestamp"] = (PutAwayAt ?? new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture), ["locked"] = false }
            : null,
    };
}

/// <summary>A guild of the double.</summary>
public sealed class DoubleGuild(string id, string name, string owner)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    public string Owner { get; } = owner;

    public string BotRole { get; init; } = "";

    public ulong BotPermissions { get; set; } = 1024 | 2048 | 8192 | 65536 | (1UL << 38);

    public string? SystemChannel { get; set; }

    public Dictionary<string, DoubleMember> Members { get; } = [];

    public List<JsonObject> Roles { get; } = [];
}
