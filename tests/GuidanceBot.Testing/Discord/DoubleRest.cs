using System.Globalization;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Discord;

/// <summary>What the double's REST interface answers.</summary>
internal sealed class DoubleRest(DoubleWorld world, DoubleGateway gateway, DoubleInteractions interactions)
{
    private const ulong ViewChannel = 1 << 10;
    private const ulong SendMessages = 1 << 11;
    private const ulong ManageMessages = 1 << 13;
    private const ulong ReadHistory = 1 << 16;
    private const int GuildMessages = 1 << 9;
    private const int DirectMessages = 1 << 12;

    internal sealed record Said(int Status, JsonNode? Body)
    {
        public static Said Ok(JsonNode? body) => new(200, body);

        public static Said Done { get; } = new(204, null);

        public static Said No(int status, int code, string message) => new(status, new JsonObject { ["message"] = message, ["code"] = code });
    }

    public Said Answer(string method, string[] path, Dictionary<string, string> query, JsonNode? body) => (method, path) switch
    {
        ("GET", ["users", "@me"]) => Said.Ok(world.Bot.User),
        ("GET", ["applications", "@me"]) => Said.Ok(new JsonObject { ["id"] = world.Application, ["name"] = "GuidanceBot", ["flags"] = world.ApplicationFlags, ["bot"] = world.Bot.User }),
        ("GET", ["users", "@me", "guilds"]) => Said.Ok(new JsonArray([.. world.Guilds.Values.Select(g => new JsonObject { ["id"] = g.Id, ["name"] = g.Name, ["owner"] = false, ["permissions"] = g.BotPermissions.ToString(CultureInfo.InvariantCulture) })])),
        ("POST", ["users", "@me", "channels"]) => OpenDirect(body!),
        ("GET", ["applications", _, "commands"]) => Said.Ok(world.Commands.DeepClone()),
        ("PUT", ["applications", _, "commands"]) => PutCommands(body!.AsArray()),
        ("GET", ["guilds", var guild]) when world.Guilds.TryGetValue(guild, out var known) => Said.Ok(world.GuildJson(known)),
        ("GET", ["guilds", var guild, "channels"]) when world.Guilds.TryGetValue(guild, out var known) =>
            Said.Ok(new JsonArray([.. world.Channels.Values.Where(c => c.Guild == guild && !c.IsThread).Select(c => c.Json(known.BotRole))])),
        ("GET", ["guilds", var guild, "roles"]) when world.Guilds.TryGetValue(guild, out var known) => Said.Ok(new JsonArray([.. known.Roles.Select(r => r.DeepClone())])),
        ("GET", ["guilds", var guild, "members", var member]) when world.Guilds.TryGetValue(guild, out var known) =>
            known.Members.TryGetValue(member, out var found) ? Said.Ok(found.Member) : Said.No(404, 10007, "Unknown Member"),
        ("GET", ["guilds", var guild, "threads", "active"]) => Said.Ok(Threads(world.Channels.Values.Where(c => c.Guild == guild && c.IsThread && c.PutAwayAt is null))),
        ("GET", ["guilds", _, "audit-logs"]) => Said.No(403, 50013, "Missing Permissions"),
        ("POST", ["interactions", _, var token, "callback"]) => CallBack(token, body!),
        (_, ["webhooks", _, var token, .. var rest]) => Webhook(method, token, rest, body),
        (_, ["channels", var channel, .. var rest]) when world.Channels.TryGetValue(channel, out var known) => InChannel(method, known, rest, query, body),
        (_, ["channels", ..]) => Said.No(404, 10003, "Unknown Channel"),
        (_, ["guilds", ..]) => Said.No(403, 50001, "Missing Access"),
        _ => Said.No(404, 0, "404: Not Found"),
    };

    private Said InChannel(string method, DoubleChannel channel, string[] path, Dictionary<string, string> query, JsonNode? body)
    {
        var rights = world.BotRights(channel);
        if ((rights & ViewChannel) == 0)
            return Said.No(403, 50001, "Missing Access");
        return (method, path) switch
        {
            ("GET", []) => Said.Ok(channel.Json(channel.Guild is { } guild ? world.Guilds[guild].BotRole : "")),
            ("GET", ["threads", "archived", "public"]) => Archived(
                world.Channels.Values.Where(c => c.Parent == channel.Id && c.Type is 10 or 11), t => t.PutAwayAt!.Value.ToUnixTimeMilliseconds(), query, at => DateTimeOffset.Parse(at, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds()),
            ("GET", ["users", "@me", "threads", "archived", "private"]) when channel.Type is 15 or 16 => Said.No(400, 50024, "Cannot execute action on this channel type"),
            ("GET", ["users", "@me", "threads", "archived", "private"]) => Archived(
                world.Channels.Values.Where(c => c.Parent == channel.Id && c is { Type: 12, BotIsIn: true }), t => (long)Number(t.Id), query, id => (long)Number(id)),
            ("GET", ["messages"]) when channel.Type is 15 or 16 => Said.No(400, 50024, "Cannot execute action on this channel type"),
            ("GET", ["messages"]) => (rights & ReadHistory) == 0 ? Said.Ok(new JsonArray()) : Page(channel, query),
            ("GET", ["messages", var id]) => channel.Messages.TryGetValue(Number(id), out var one) ? Said.Ok(one.DeepClone()) : Said.No(404, 10008, "Unknown Message"),
            ("POST", ["messages"]) => Post(channel, rights, body!.AsObject()),
            ("PATCH", ["messages", var id]) => Edit(channel, id, body!.AsObject()),
            ("DELETE", ["messages", var id]) => Delete(channel, rights, id),
            _ => Said.No(404, 0, "404: Not Found"),
        };
    }

    private static Said Page(DoubleChannel channel, Dictionary<string, string> query)
    {
        var limit = query.TryGetValue("limit", out var wanted) ? int.Parse(wanted, CultureInfo.InvariantCulture) : 50;
        var found = query.TryGetValue("after", out var after)
            ? channel.Messages.Where(m => m.Key > Number(after)).Take(limit).Reverse()
            : channel.Messages.Reverse().Take(limit);
        return Said.Ok(new JsonArray([.. found.Select(m => m.Value.DeepClone())]));
    }

    private Said Post(DoubleChannel channel, ulong rights, JsonObject body)
    {
        if ((rights & SendMessages) == 0)
            return Said.No(403, 50013, "Missing Permissions");
        if (channel.With is { TakesDirectMessages: false })
            return Said.No(403, 50007, "Cannot send messages to this user");
        if (DoubleComponents.Problem(body) is { } problem)
            return Said.No(400, 50035, problem);
        var nonce = (string?)body["nonce"];
        if (nonce is not null && (bool?)body["enforce_nonce"] == true && world.Nonces.TryGetValue((channel.Id, nonce), out var first))
            return Said.Ok(first.DeepClone());

        var message = FromBot(channel, body);
        if (nonce is not null)
            world.Nonces[(channel.Id, nonce)] = message;
        channel.Messages[Number((string)message["id"]!)] = message;
        Tell("MESSAGE_CREATE", channel, message);
        return Said.Ok(message.DeepClone());
    }

    private Said Edit(DoubleChannel channel, string id, JsonObject body)
    {
        if (!channel.Messages.TryGetValue(Number(id), out var message))
            return Said.No(404, 10008, "Unknown Message");
        if ((string?)message["author"]!["id"] != world.Bot.Id)
            return Said.No(403, 50005, "Cannot edit a message authored by another user");
        if (DoubleComponents.Problem(body) is { } problem)
            return Said.No(400, 50035, problem);
        Apply(message, body);
        Tell("MESSAGE_UPDATE", channel, message);
        return Said.Ok(message.DeepClone());
    }

    private Said Delete(DoubleChannel channel, ulong rights, string id)
    {
        if (!channel.Messages.TryGetValue(Number(id), out var message))
            return Said.No(404, 10008, "Unknown Message");
        if ((string?)message["author"]!["id"] != world.Bot.Id && (rights & ManageMessages) == 0)
            return Said.No(403, 50013, "Missing Permissions");
        channel.Messages.Remove(Number(id));
        gateway.Emit("MESSAGE_DELETE", new JsonObject { ["id"] = id, ["channel_id"] = channel.Id, ["guild_id"] = channel.Guild }, channel.Guild, GuildMessages);
        return Said.Done;
    }

    private Said CallBack(string token, JsonNode body)
    {
        if (!interactions.ByToken.TryGetValue(token, out var interaction) || TimeProvider.System.GetUtcNow() - interaction.At > TimeSpan.FromSeconds(3))
            return Said.No(404, 10062, "Unknown interaction");
        if (interaction.Acknowledged)
            return Said.No(400, 40060, "Interaction has already been acknowledged.");
        var type = (int)body["type"]!;
        var data = body["data"]?.AsObject();
        if (type is 4 or 7 && DoubleComponents.Problem(data!) is { } problem)
            return Said.No(400, 50035, problem);
        if (type == 5 && ((int?)data?["flags"] ?? 0) is not (0 or 64))
            return Said.No(400, 50035, "Only the ephemeral flag can be set here");

        var shown = (JsonObject)body.DeepClone();
        switch (type)
        {
            case 4:
                interaction.IsPrivate = (((int?)data!["flags"] ?? 0) & 64) != 0;
                shown = interaction.Original = Shown(interaction, data);
                break;
            case 5:
                interaction.IsPrivate = (((int?)data?["flags"] ?? 0) & 64) != 0;
                break;
            case 7:
                shown = interaction.Original = interaction.Card!;
                Apply(shown, data!);
                Update(interaction.Channel, shown);
                break;
            case 6:
                interaction.Original = interaction.Card;
                break;
        }

        interaction.Reply((JsonObject)body.DeepClone());
        if (type is not (5 or 6))
            interaction.Show(shown);
        return Said.Done;
    }

    private Said Webhook(string method, string token, string[] path, JsonNode? body)
    {
        if (!interactions.ByToken.TryGetValue(token, out var interaction))
            return Said.No(401, 50027, "Invalid Webhook Token");
        if (!interaction.Acknowledged)
            return Said.No(404, 10015, "Unknown Webhook");
        if (body is not null && DoubleComponents.Problem(body.AsObject()) is { } problem)
            return Said.No(400, 50035, problem);
        switch (method, path)
        {
            case ("PATCH", ["messages", "@original"]):
                if (interaction.Original is { } original)
                    Apply(original, body!.AsObject());
                else
                    interaction.Original = Shown(interaction, body!.AsObject());
                Update(interaction.Channel, interaction.Original!);
                interaction.Show(interaction.Original!);
                return Said.Ok(interaction.Original!.DeepClone());
            case ("GET", ["messages", "@original"]):
                return interaction.Original is { } there ? Said.Ok(there.DeepClone()) : Said.No(404, 10008, "Unknown Message");
            case ("POST", []):
                var follow = Shown(interaction, body!.AsObject());
                interaction.FollowUps.Add(follow);
                interaction.Show(follow);
                return Said.Ok(follow.DeepClone());
            default:
                return Said.No(404, 0, "404: Not Found");
        }
    }

    // A message as its readers see it; a private one stands in no channel.
    private JsonObject Shown(DoubleInteraction interaction, JsonObject data)
    {
        var message = FromBot(interaction.Channel, data);
        if (interaction.IsPrivate)
            message["flags"] = (int)message["flags"]! | 64;
        if (((int)message["flags"]! & 64) == 0)
        {
            interaction.Channel.Messages[Number((string)message["id"]!)] = message;
            Tell("MESSAGE_CREATE", interaction.Channel, message);
        }

        return message;
    }

    private JsonObject FromBot(DoubleChannel channel, JsonObject body)
    {
        var message = world.Message(channel, world.Bot, "");
        Apply(message, body);
        message["edited_timestamp"] = null;
        return message;
    }

    private static void Apply(JsonObject message, JsonObject body)
    {
        foreach (var key in new[] { "content", "components", "embeds" })
        {
            if (body[key] is { } value)
                message[key] = value.DeepClone();
        }

        message["flags"] = ((int?)message["flags"] ?? 0) | ((int?)body["flags"] ?? 0);
        message["edited_timestamp"] = DoubleWorld.Now;
    }

    private void Update(DoubleChannel channel, JsonObject message)
    {
        if (channel.Messages.ContainsKey(Number((string)message["id"]!)))
        {
            channel.Messages[Number((string)message["id"]!)] = message;
            Tell("MESSAGE_UPDATE", channel, message);
        }
    }

    private void Tell(string name, DoubleChannel channel, JsonObject message)
    {
        var told = message.DeepClone().AsObject();
        if (channel.Guild is { } guild)
            told["guild_id"] = guild;
        gateway.Emit(name, told, channel.Guild, channel.Guild is null ? DirectMessages : GuildMessages);
    }

    private Said OpenDirect(JsonNode body) =>
        world.FindUser((string)body["recipient_id"]!) is { } member
            ? Said.Ok(new JsonObject { ["id"] = world.DirectWith(member).Id, ["type"] = 1, ["recipients"] = new JsonArray(member.User) })
            : Said.No(404, 10013, "Unknown User");

    private Said PutCommands(JsonArray commands)
    {
        world.Commands = [];
        foreach (var command in commands)
        {
            var known = command!.DeepClone().AsObject();
            known["id"] = world.NewId();
            known["application_id"] = world.Application;
            known["version"] = world.NewId();
            known["type"] ??= 1;
            known["description"] ??= "";
            // Discord gives the rights back as text, and leaves out what is empty or false.
            if (known["default_member_permissions"] is { } rights)
                known["default_member_permissions"] = rights.ToJsonString();
            Tidy(known);
            world.Commands.Add(known);
        }

        return Said.Ok(world.Commands.DeepClone());
    }

    private static void Tidy(JsonObject known)
    {
        if (known["options"] is not JsonArray options)
            return;
        if (options.Count == 0)
            known.Remove("options");
        foreach (var option in options)
        {
            if ((bool?)option!["required"] == false)
                option.AsObject().Remove("required");
            Tidy(option.AsObject());
        }
    }

    // Put away, newest first, a page at a time.
    private Said Archived(IEnumerable<DoubleChannel> threads, Func<DoubleChannel, long> place, Dictionary<string, string> query, Func<string, long> read)
    {
        var limit = int.Parse(query["limit"], CultureInfo.InvariantCulture);
        var before = query.TryGetValue("before", out var at) ? read(at) : long.MaxValue;
        var left = threads.Where(t => t.PutAwayAt is not null && place(t) < before).OrderByDescending(place).ToList();
        var page = Threads(left.Take(limit));
        page["has_more"] = left.Count > limit;
        return Said.Ok(page);
    }

    private JsonObject Threads(IEnumerable<DoubleChannel> threads) => new()
    {
        ["threads"] = new JsonArray([.. threads.Select(t => t.Json(world.Guilds[t.Guild!].BotRole))]),
        ["members"] = new JsonArray(),
        ["has_more"] = false,
    };

    private static ulong Number(string id) => ulong.TryParse(id, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
