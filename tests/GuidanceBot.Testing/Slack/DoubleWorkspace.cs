using System.Globalization;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Slack;

/// <summary>What the double's workspace holds: people, channels, messages. Ids look like Slack's.</summary>
public sealed class DoubleWorkspace
{
    public const string Team = "T0DOUBLE", App = "A0DOUBLE", Bot = "B0DOUBLE", BotUser = "U0BOT";

    private long _last;

    public Dictionary<string, DoubleUser> Users { get; } = new()
    {
        [BotUser] = new(BotUser, "GuidanceBot") { IsBot = true },
        ["U0ADA"] = new("U0ADA", "Ada") { IsAdmin = true },
        ["U0MEL"] = new("U0MEL", "Mel"),
        ["U0SAM"] = new("U0SAM", "Sam"),
    };

    public Dictionary<string, DoubleChannel> Channels { get; } = new()
    {
        ["C0GENERAL"] = new("C0GENERAL", "general") { Members = { BotUser, "U0ADA", "U0MEL", "U0SAM" } },
        ["C0CASES"] = new("C0CASES", "cases") { Members = { BotUser, "U0ADA", "U0MEL", "U0SAM" } },
        ["C0TIPS"] = new("C0TIPS", "tips") { Members = { BotUser, "U0ADA", "U0MEL" } },
        ["G0MODS"] = new("G0MODS", "moderators") { IsPrivate = true, Members = { BotUser, "U0ADA" } },
        ["C0OTHER"] = new("C0OTHER", "other") { Members = { "U0ADA", "U0MEL" } },
    };

    /// <summary>User groups by id, with their members; null on a plan that has none.</summary>
    public Dictionary<string, (string Name, string[] Members)>? Groups { get; set; } = new() { ["S0MODS"] = ("Moderators", ["U0SAM"]) };

    /// <summary>A new timestamp, later than all before.</summary>
    public string NextTs()
    {
        // The time, in microseconds; where two fall together the later one waits for the next tenth of a millisecond.
        long last, at;
        do
        {
            last = Interlocked.Read(ref _last);
            at = Math.Max(last + 100, (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);
        }
        while (Interlocked.CompareExchange(ref _last, at, last) != last);
        return string.Create(CultureInfo.InvariantCulture, $"{at / 1_000_000}.{at % 1_000_000:000000}");
    }

    public DoubleChannel DirectWith(string user)
    {
        if (Channels.Values.FirstOrDefault(c => c.IsDirect && c.Members.Contains(user)) is { } known)
            return known;
        var id = $"D0{user[2..]}";
        return Channels[id] = new DoubleChannel(id, "") { IsDirect = true, Members = { BotUser, user } };
    }
}

public sealed record DoubleUser(string Id, string Name)
{
    public bool IsAdmin { get; init; }

    public bool IsBot { get; init; }

    public bool Deleted { get; init; }
}

public sealed record DoubleChannel(string Id, string Name)
{
    public bool IsPrivate { get; init; }

    public bool IsDirect { get; init; }

    public HashSet<string> Members { get; } = [];

    public List<DoubleMessage> Messages { get; } = [];

    /// <summary>The scope family that reads it.</summary>
    public string Family => IsDirect ? "im" : IsPrivate ? "groups" : "channels";

    public string Kind => IsDirect ? "im" : IsPrivate ? "group" : "channel";
}

public sealed class DoubleMessage(string ts, string user, string text)
{
    public string Ts => ts;

    public string User => user;

    public string Text { get; set; } = text;

    public string? Thread { get; init; }

    public string? EditedTs { get; set; }

    public JsonArray Blocks { get; set; } = [];

    public JsonObject? Metadata { get; set; }

    public JsonArray? Files { get; init; }

    public bool FromBot => user == DoubleWorkspace.BotUser;

    public JsonObject ToJson(bool withMetadata = false)
    {
        var json = new JsonObject { ["type"] = "message", ["user"] = user, ["text"] = Text, ["ts"] = ts, ["team"] = DoubleWorkspace.Team };
        if (FromBot)
            (json["bot_id"], json["app_id"]) = (DoubleWorkspace.Bot, DoubleWorkspace.App);
        else
            json["client_msg_id"] = Guid.NewGuid().ToString();
        if (Thread is not null)
            json["thread_ts"] = Thread;
        if (Blocks.Count > 0)
            json["blocks"] = Blocks.DeepClone();
        if (Files is not null)
            (json["files"], json["subtype"]) = (Files.DeepClone(), "file_share");
        if (EditedTs is not null)
            json["edited"] = new JsonObject { ["user"] = user, ["ts"] = EditedTs };
        if (withMetadata && Metadata is not null)
            json["metadata"] = Metadata.DeepClone();
        return json;
    }
}
