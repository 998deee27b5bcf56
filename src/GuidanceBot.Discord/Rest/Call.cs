using System.Text.Json.Nodes;

namespace GuidanceBot.Discord.Rest;

/// <summary>One request to Discord.</summary>
internal sealed record Call(HttpMethod Method, string Path)
{
    public JsonNode? Body { get; init; }

    /// <summary>Written in the community's audit log.</summary>
    public string? AuditReason { get; init; }

    /// <summary>Whether trying again after an unclear end does no harm. Posts only with an enforced nonce.</summary>
    public bool Repeatable { get; init; }

    /// <summary>An interaction's reply: waits behind nothing, and is worth nothing after a few seconds.</summary>
    public bool Urgent { get; init; }

    public static Call Get(string path) => new(HttpMethod.Get, path) { Repeatable = true };

    public static Call Post(string path, JsonNode body) => new(HttpMethod.Post, path) { Body = body };

    public static Call Put(string path, JsonNode body) => new(HttpMethod.Put, path) { Body = body, Repeatable = true };

    public static Call Patch(string path, JsonNode body) => new(HttpMethod.Patch, path) { Body = body, Repeatable = true };

    public static Call Delete(string path) => new(HttpMethod.Delete, path) { Repeatable = true };
}
