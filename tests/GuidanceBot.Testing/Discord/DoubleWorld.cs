using System.Globalization;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Discord;

/// <summary>What stands on the double: guilds, channels, members, messages. One lock for all of it.</summary>
public sealed class DoubleWorld
{
    private const long Epoch = 1_420_070_400_000;
    private long _counter;

    public Lock Gate { get; } = new();

    public string Application { get; } = "700000000000000001";

    public DoubleMember Bot { get; } = new("700000000000000002", "GuidanceBot") { IsBot = true };

    public Dictionary<string, DoubleGuild> Guilds { get; } = [];

    public Dictionary<string, DoubleChannel> Channels { get; } = [];

    public JsonArray Commands { get; set; } = [];

    /// <summary>Switched on in the developer portal: Message Content, for a bot in few communities.</summary>
    public int ApplicationFlags { get; set; } = 1 << 19;

    /// <summary>Posts that carried a nonce, for the few minutes that Discord remembers them.</summary>
    internal Dictionary<(string Channel, string Nonce), JsonObject> Nonces { get; } = [];

    /// <summary>The minutes are over.</summary>
    public void ForgetNonces()
    {
        lock (Gate)
            Nonces.Clear();
    }

    public string NewId() =>
        ((ulong)(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << 22 | (ulong)(Interlocked.Increment(ref _counter) & 0x3FFFFF)).ToString(CultureInfo.InvariantCulture);

    public DoubleGuild AddGuild(string name, string? id = null)
    {
        var guildId = id ?? NewId();
        var owner = new DoubleMember(NewId(), "Olivia") { Permissions = ulong.MaxValue >> 11 };
        var guild = new DoubleGuild(guildId, name, owner.Id) { BotRole = NewId() };
        guild.Roles.Add(Role(guildId, "@everyone", 0, 0));
        guild.Roles.Add(Role(guild.BotRole, "GuidanceBot", guild.BotPermissions, 1, managed: true));
        guild.Members[owner.Id] = owner;
        guild.Members[Bot.Id] = Bot;
        if (!Bot.Roles.Contains(guild.BotRole))
            Bot.Roles.Add(guild.BotRole);
        Guilds[guildId] = guild;
        return guild;
    }

    public DoubleMember AddMember(DoubleGuild guild, string name)
    {
        var member = new DoubleMember(NewId(), name);
        lock (Gate)
            guild.Members[member.Id] = member;
        return member;
    }

    public string AddRole(DoubleGuild guild, string name, ulong permissions = 0)
    {
        var id = NewId();
        lock (Gate)
            guild.Roles.Add(Role(id, name, permissions, guild.Roles.Count));
        return id;
    }

    public DoubleChannel AddChannel(DoubleGuild guild, string name, int type = 0, DoubleChannel? under = null)
    {
        var channel = new DoubleChannel(NewId(), guild.Id, name, type) { Parent = under?.Id };
        lock (Gate)
            Channels[channel.Id] = channel;
        return channel;
    }

    public DoubleChannel DirectWith(DoubleMember member)
    {
        lock (Gate)
        {
            var channel = Channels.Values.FirstOrDefault(c => c.With == member);
            if (channel is null)
            {
                channel = new DoubleChannel(NewId(), null, "", 1) { With = member };
                Channels[channel.Id] = channel;
            }

            return channel;
        }
    }

    public DoubleMember? FindUser(string id) =>
        id == Bot.Id ? Bot : Guilds.Values.Select(g => g.Members.GetValueOrDefault(id)).FirstOrDefault(m => m is not null);

    public ulong BotRights(DoubleChannel channel)
    {
        if (channel.Guild is null || !Guilds.TryGetValue(channel.Guild, out var guild))
            return ulong.MaxValue;
        var place = channel.IsThread && channel.Parent is { } parent ? Channels[parent] : channel;
        return guild.BotPermissions & ~place.Denied;
    }

    public JsonObject Message(DoubleChannel channel, DoubleMember author, string content) => new()
    {
        ["id"] = NewId(),
        ["type"] = 0,
        ["channel_id"] = channel.Id,
        ["author"] = author.User,
        ["content"] = content,
        ["timestamp"] = Now,
        ["edited_timestamp"] = null,
        ["tts"] = false,
        ["mention_everyone"] = false,
        ["mentions"] = new JsonArray(),
        ["mention_roles"] = new JsonArray(),
        ["attachments"] = new JsonArray(),
        ["embeds"] = new JsonArray(),
        ["components"] = new JsonArray(),
        ["pinned"] = false,
        ["flags"] = 0,
    };

    public JsonObject GuildJson(DoubleGuild guild)
    {
        var all = Channels.Values.Where(c => c.Guild == guild.Id).ToList();
        return new JsonObject
        {
            ["id"] = guild.Id,
            ["name"] = guild.Name,
            ["icon"] = null,
            ["owner_id"] = guild.Owner,
            ["system_channel_id"] = guild.SystemChannel,
            ["roles"] = new JsonArray([.. guild.Roles.Select(r => r.DeepClone())]),
            ["emojis"] = new JsonArray(),
            ["features"] = new JsonArray(),
            ["stickers"] = new JsonArray(),
            ["premium_tier"] = 0,
            ["preferred_locale"] = "en-US",
            ["verification_level"] = 0,
            ["default_message_notifications"] = 0,
            ["explicit_content_filter"] = 0,
            ["mfa_level"] = 0,
            ["nsfw_level"] = 0,
            ["system_channel_flags"] = 0,
            ["premium_subscription_count"] = 0,
            ["afk_timeout"] = 300,
            ["member_count"] = guild.Members.Count,
            ["large"] = false,
            ["joined_at"] = Now,
            ["unavailable"] = false,
            ["members"] = new JsonArray([.. guild.Members.Values.Select(m => m.Member)]),
            ["channels"] = new JsonArray([.. all.Where(c => !c.IsThread).Select(c => c.Json(guild.BotRole))]),
            ["threads"] = new JsonArray([.. all.Where(c => c.IsThread).Select(c => c.Json(guild.BotRole))]),
            ["presences"] = new JsonArray(),
            ["voice_states"] = new JsonArray(),
            ["guild_scheduled_events"] = new JsonArray(),
            ["stage_instances"] = new JsonArray(),
        };
    }

    public static string Now => TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff+00:00", CultureInfo.InvariantCulture);

    private static JsonObject Role(string id, string name, ulong permissions, int position, bool managed = false) => new()
    {
        ["id"] = id,
        ["name"] = name,
        ["permissions"] = permissions.ToString(CultureInfo.InvariantCulture),
        ["position"] = position,
        ["color"] = 0,
        ["hoist"] = false,
        ["managed"] = managed,
        ["mentionable"] = false,
        ["flags"] = 0,
    };
}
