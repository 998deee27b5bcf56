using System.Text.Json;
using System.Text.Json.Nodes;
using GuidanceBot.Slack.Events;
using GuidanceBot.Slack.Interactions;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Wire;
using GuidanceBot.Testing;

namespace GuidanceBot.Slack.Tests.Events;

/// <summary>Every shape of payload ever seen is read without throwing, and ids come through.</summary>
public sealed class EveryPayloadTests
{
    private const string Moment = "1700000000.000100";

    [SharedFact]
    public void Every_event_ever_seen_is_read_and_what_concerns_us_keeps_its_ids()
    {
        var read = Files("events").ToDictionary(f => Path.GetFileNameWithoutExtension(f)!, file =>
        {
            using var document = JsonDocument.Parse(Filled(File.ReadAllText(file)));
            return EventReader.Read(document.RootElement, "UBOT");
        });

        Assert.True(read.Count > 80);
        var message = Assert.IsType<SlackEvent.Written>(read["MessageFileSharePayload"]).Message;
        Assert.Equal(("team_id-id", "channel-id", Moment, "user-id"), (message.Address.In.Community, message.Address.Channel.Channel, message.Address.Message, message.Author.Member));
        Assert.NotEmpty(message.Attachments);
        Assert.IsType<SlackEvent.Written>(read["MessageThreadBroadcastPayload"]);
        Assert.Equal(Moment, Assert.IsType<SlackEvent.Deleted>(read["MessageDeletedPayload"]).Message.Message);
        Assert.IsType<SlackEvent.HomeOpened>(read["AppHomeOpenedPayload"]);
        Assert.IsType<SlackEvent.Uninstalled>(read["AppUninstalledPayload"]);
        Assert.IsType<SlackEvent.Uninstalled>(read["TokensRevokedPayload"]);
        Assert.Null(read["MessageBotPayload"]);
        Assert.Null(read["MessageChannelJoinPayload"]);
    }

    [SharedFact]
    public void Every_interaction_ever_seen_is_read_and_keeps_who_and_where()
    {
        foreach (var file in Files("app-backend"))
        {
            using var document = JsonDocument.Parse(Filled(File.ReadAllText(file)));
            var payload = document.RootElement;

            var at = file.Contains("SlashCommand", StringComparison.Ordinal) ? Happening.OfCommand(payload) : Happening.Of(payload);
            _ = FormAnswers.Read(payload.At("view"));
            _ = MessageReading.Read(payload.At("message"), at.Channel, at.IsDirect, "UBOT");

            Assert.NotEmpty(at.Who.Member);
            Assert.NotEmpty(at.Who.Community);
        }
    }

    [SharedFact]
    public void Every_payload_survives_as_a_frame_cut_at_any_place()
    {
        foreach (var file in Files("events").Concat(Files("app-backend")).Concat(Files("api")))
        {
            var bytes = File.ReadAllBytes(file);
            for (var length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 7))
                Assert.IsType<SocketFrame.Unknown>(FrameReader.Read(bytes.AsSpan(0, length)));
        }
    }

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(Shared.Path($"data/slack/json-logs/{folder}"), "*.json", SearchOption.AllDirectories);

    // The files' values are blank: each blank string gets a name of its own, each timestamp a time.
    private static string Filled(string json)
    {
        var node = JsonNode.Parse(json);
        Fill(node);
        return node!.ToJsonString();
    }

    private static void Fill(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                Fill(item);
        }
        else if (node is JsonObject json)
        {
            foreach (var (name, value) in json.ToList())
            {
                var isBlank = value is JsonValue text && text.TryGetValue<string>(out var blank) && blank.Length == 0;
                if (isBlank && name is not ("subtype" or "bot_id" or "tab"))
                    json[name] = name.EndsWith("ts", StringComparison.Ordinal) ? Moment : $"{name}-id";
                else
                    Fill(value);
            }
        }
    }
}
