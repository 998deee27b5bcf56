using System.Globalization;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Discord;

/// <summary>What members do with the bot on the double: commands, presses, forms, typing. Only what the bot registered can be used.</summary>
public sealed class DoubleInteractions(DoubleWorld world, DoubleGateway gateway)
{
    internal Dictionary<string, DoubleInteraction> ByToken { get; } = [];

    /// <summary>Gives a command, such as <c>tips add</c>.</summary>
    public DoubleInteraction Use(DoubleMember who, DoubleChannel where, string command, params (string Name, object Value)[] options)
    {
        var (registered, sub) = Find(command);
        return Begin(2, who, where, CommandData(registered, sub, options, focused: null));
    }

    /// <summary>Types an option, to have it completed.</summary>
    public DoubleInteraction Type(DoubleMember who, DoubleChannel where, string command, string option, string typed)
    {
        var (registered, sub) = Find(command);
        return Begin(4, who, where, CommandData(registered, sub, [(option, typed)], focused: option));
    }

    /// <summary>Takes a command from a message's menu.</summary>
    public DoubleInteraction UseMenu(DoubleMember who, DoubleChannel where, string label, JsonObject message)
    {
        var command = world.Commands.FirstOrDefault(c => (string?)c!["name"] == label && (int?)c["type"] == 3)
            ?? throw new InvalidOperationException($"No message command “{label}” is registered.");
        var id = (string)message["id"]!;
        return Begin(2, who, where, new JsonObject
        {
            ["id"] = (string)command["id"]!,
            ["name"] = label,
            ["type"] = 3,
            ["target_id"] = id,
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { [id] = message.DeepClone() } },
        });
    }

    /// <summary>Presses the button with that label.</summary>
    public DoubleInteraction Press(DoubleMember who, DoubleChannel where, JsonObject message, string label)
    {
        var button = Components(message["components"]).FirstOrDefault(c => (int?)c["type"] == 2 && (string?)c["label"] == label)
            ?? throw new InvalidOperationException($"There is no button “{label}”, only: {string.Join(", ", Components(message["components"]).Where(c => (int?)c["type"] == 2).Select(c => c["label"]))}.");
        return Begin(3, who, where, new JsonObject { ["custom_id"] = (string)button["custom_id"]!, ["component_type"] = 2, ["id"] = 5 }, message);
    }

    /// <summary>Fills in the form that an interaction opened, and sends it off.</summary>
    public DoubleInteraction Submit(DoubleInteraction opened, params (string Field, string[] Answers)[] answers)
    {
        var modal = opened.First.Result["data"]!.AsObject();
        var components = new JsonArray();
        foreach (var label in modal["components"]!.AsArray().Where(c => (int)c!["type"]! == 18))
        {
            var field = label!["component"]!;
            var given = answers.FirstOrDefault(a => a.Field == (string)field["custom_id"]!).Answers;
            components.Add(new JsonObject { ["type"] = 18, ["id"] = 1, ["component"] = Answered(field, given) });
        }

        return Begin(5, opened.By, opened.Channel, new JsonObject { ["custom_id"] = (string)modal["custom_id"]!, ["components"] = components }, opened.Card);
    }

    /// <summary>Every component of a message, inner ones included.</summary>
    public static IEnumerable<JsonNode> Components(JsonNode? components)
    {
        foreach (var component in components?.AsArray() ?? [])
        {
            yield return component!;
            foreach (var inner in Components(component!["components"]))
                yield return inner;
        }
    }

    private static JsonObject Answered(JsonNode field, string[]? given)
    {
        var type = (int)field["type"]!;
        var answered = new JsonObject { ["type"] = type, ["id"] = 2, ["custom_id"] = (string)field["custom_id"]! };
        var chosen = given ?? [.. (field["options"]?.AsArray() ?? []).Where(o => (bool?)o!["default"] == true).Select(o => (string)o!["value"]!)];
        if (type is 4)
            answered["value"] = given is [var text, ..] ? text : (string?)field["value"] ?? "";
        else if (type is 21)
            answered["value"] = chosen is [var one, ..] ? one : null;
        else
            answered["values"] = new JsonArray([.. chosen.Select(c => (JsonNode)c)]);
        return answered;
    }

    private DoubleInteraction Begin(int type, DoubleMember who, DoubleChannel where, JsonObject data, JsonObject? message = null)
    {
        var interaction = new DoubleInteraction(world.NewId(), Guid.NewGuid().ToString("N"), who, where) { Card = message };
        lock (world.Gate)
            ByToken[interaction.Token] = interaction;
        var guild = where.Guild is { } id && world.Guilds.TryGetValue(id, out var known) ? known : null;
        var json = new JsonObject
        {
            ["id"] = interaction.Id,
            ["application_id"] = world.Application,
            ["type"] = type,
            ["token"] = interaction.Token,
            ["version"] = 1,
            ["channel_id"] = where.Id,
            ["channel"] = new JsonObject { ["id"] = where.Id, ["type"] = where.Type, ["guild_id"] = where.Guild, ["name"] = where.Name },
            ["locale"] = "en-GB",
            ["app_permissions"] = world.BotRights(where).ToString(CultureInfo.InvariantCulture),
            ["entitlements"] = new JsonArray(),
            ["authorizing_integration_owners"] = new JsonObject { ["0"] = where.Guild ?? "0" },
            ["context"] = guild is null ? 1 : 0,
            ["attachment_size_limit"] = 10_485_760,
            ["data"] = data,
        };
        if (message is not null)
            json["message"] = message.DeepClone();
        if (guild is null)
        {
            json["user"] = who.User;
        }
        else
        {
            var member = who.Member;
            member["permissions"] = who.Permissions.ToString(CultureInfo.InvariantCulture);
            json["member"] = member;
            json["guild_id"] = guild.Id;
            json["guild"] = new JsonObject { ["id"] = guild.Id, ["locale"] = "en-US", ["features"] = new JsonArray() };
            json["guild_locale"] = "en-US";
        }

        gateway.Emit("INTERACTION_CREATE", json, where.Guild, 0);
        return interaction;
    }

    private (JsonNode Command, JsonNode? Sub) Find(string command)
    {
        var words = command.Split(' ');
        lock (world.Gate)
        {
            var found = world.Commands.FirstOrDefault(c => (string?)c!["name"] == words[0])
                ?? throw new InvalidOperationException($"No command “{words[0]}” is registered, only: {string.Join(", ", world.Commands.Select(c => c!["name"]))}.");
            return words.Length == 1
                ? (found, null)
                : (found, found["options"]!.AsArray().FirstOrDefault(o => (string?)o!["name"] == words[1]) ?? throw new InvalidOperationException($"“{words[0]}” has no “{words[1]}”."));
        }
    }

    private static JsonObject CommandData(JsonNode command, JsonNode? sub, (string Name, object Value)[] options, string? focused)
    {
        var declared = (sub ?? command)["options"]?.AsArray() ?? [];
        var given = new JsonArray();
        foreach (var (name, value) in options)
        {
            var option = declared.FirstOrDefault(o => (string?)o!["name"] == name) ?? throw new InvalidOperationException($"“{command["name"]}” takes no “{name}”.");
            var json = new JsonObject { ["name"] = name, ["type"] = (int)option["type"]!, ["value"] = JsonValue.Create(value) };
            if (name == focused)
                json["focused"] = true;
            given.Add(json);
        }

        return new JsonObject
        {
            ["id"] = (string)command["id"]!,
            ["name"] = (string)command["name"]!,
            ["type"] = 1,
            ["options"] = sub is null ? given : new JsonArray(new JsonObject { ["name"] = (string)sub["name"]!, ["type"] = 1, ["options"] = given }),
        };
    }
}
