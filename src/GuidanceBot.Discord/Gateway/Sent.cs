using System.Text.Json.Nodes;

namespace GuidanceBot.Discord.Gateway;

/// <summary>All that the bot ever says to the gateway.</summary>
internal static class Sent
{
    public static byte[] Heartbeat(long? sequence) => Bytes(1, sequence);

    public static byte[] Identify(string token, Intents intents, int shard, int shards) => Bytes(2, new JsonObject
    {
        ["token"] = token,
        ["intents"] = (int)intents,
        ["shard"] = new JsonArray(shard, shards),
        ["properties"] = new JsonObject { ["os"] = "linux", ["browser"] = "guidancebot", ["device"] = "guidancebot" },
    });

    public static byte[] Resume(string token, string session, long sequence) => Bytes(6, new JsonObject
    {
        ["token"] = token,
        ["session_id"] = session,
        ["seq"] = sequence,
    });

    private static byte[] Bytes(int op, JsonNode? data) =>
        System.Text.Encoding.UTF8.GetBytes(new JsonObject { ["op"] = op, ["d"] = data }.ToJsonString());
}
