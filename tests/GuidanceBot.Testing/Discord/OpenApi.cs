using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GuidanceBot.Testing.Discord;

/// <summary>Discord's own description of its REST interface, where it is there: says what is wrong with a request. Stricter than JSON Schema: a field it does not name is wrong.</summary>
public sealed class OpenApi
{
    private readonly JsonObject _schemas;
    private readonly List<(Regex Path, JsonObject Methods)> _paths = [];

    private OpenApi(JsonObject document)
    {
        _schemas = document["components"]!["schemas"]!.AsObject();
        // Fixed words before parameters: "@original" is no message id.
        foreach (var (path, methods) in document["paths"]!.AsObject().OrderBy(p => p.Key.Count(c => c == '{')))
            _paths.Add((new Regex("^" + Regex.Replace(path, @"\{[^}]+\}", "[^/]+") + "$"), methods!.AsObject()));
    }

    /// <summary>The file, or null where it is not there.</summary>
    public static OpenApi? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var file = Path.Combine(folder.FullName, "..", "shared", "data", "discord", "openapi.json");
            if (File.Exists(Path.Combine(folder.FullName, "GuidanceBot.sln")))
                return File.Exists(file) ? new OpenApi(JsonNode.Parse(File.ReadAllText(file))!.AsObject()) : null;
        }

        return null;
    }

    /// <summary>What is wrong with a request; null where nothing is.</summary>
    public string? Problem(string method, string path, JsonNode? body)
    {
        var operation = _paths.FirstOrDefault(p => p.Path.IsMatch(path) && p.Methods.ContainsKey(method.ToLowerInvariant())).Methods?[method.ToLowerInvariant()]?.AsObject();
        if (operation is null)
            return $"{method} {path} does not exist.";
        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"];
        if (schema is null)
            return body is null ? null : $"{method} {path} takes no body.";
        if (body is null)
            return (bool?)operation["requestBody"]!["required"] == true ? $"{method} {path} needs a body." : null;
        return Check(body, schema.AsObject(), "body") is { } problem ? $"{method} {path}: {problem}" : null;
    }

    private string? Check(JsonNode? value, JsonObject schema, string at)
    {
        if (schema["$ref"] is { } reference)
            return Check(value, _schemas[((string)reference!).Split('/')[^1]]!.AsObject(), at);
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
        {
            if (Check(value, part!.AsObject(), at) is { } problem)
                return problem;
        }

        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return CheckOneOf(value, choices, at);
        if (schema["const"] is { } constant && !JsonNode.DeepEquals(constant, value))
            return $"{at} is not {constant}.";
        if (schema["enum"] is JsonArray allowed && !allowed.Any(a => JsonNode.DeepEquals(a, value)))
            return $"{at} is none of {allowed.ToJsonString()}.";
        return CheckType(value, schema, at);
    }

    private string? CheckOneOf(JsonNode? value, JsonArray choices, string at)
    {
        var problems = new List<string>();
        foreach (var choice in choices)
        {
            if (Check(value, choice!.AsObject(), at) is not { } problem)
                return null;
            problems.Add(problem);
        }

        // The one that got furthest is the one that was meant.
        return problems.MaxBy(p => p.Length);
    }

    private string? CheckType(JsonNode? value, JsonObject schema, string at)
    {
        var types = schema["type"] switch { JsonArray many => [.. many.Select(t => (string)t!)], JsonValue one => [(string)one!], _ => Array.Empty<string>() };
        var actual = value switch
        {
            null => "null",
            JsonObject => "object",
            JsonArray => "array",
            _ => value.GetValueKind() switch
            {
                System.Text.Json.JsonValueKind.String => "string",
                System.Text.Json.JsonValueKind.Number => value.ToJsonString().Contains('.') ? "number" : "integer",
                _ => "boolean",
            },
        };
        if (types.Length > 0 && !types.Contains(actual) && !(actual == "integer" && types.Contains("number")))
            return $"{at} is {actual}, not {string.Join(" or ", types)}.";
        return value switch
        {
            JsonObject members => CheckObject(members, schema, at),
            JsonArray items => CheckArray(items, schema, at),
            JsonValue single when actual == "string" => CheckText((string)single!, schema, at),
            JsonValue single when actual is "integer" or "number" => CheckNumber((double)single, schema, at),
            _ => null,
        };
    }

    private string? CheckObject(JsonObject value, JsonObject schema, string at)
    {
        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            if (!value.ContainsKey((string)required!))
                return $"{at} lacks {required}.";
        }

        var properties = schema["properties"]?.AsObject();
        foreach (var (name, member) in value)
        {
            var known = properties?[name] ?? (schema["additionalProperties"] as JsonObject);
            if (known is null)
            {
                if (properties is not null)
                    return $"{at}.{name} is not known.";
                continue;
            }

            if (Check(member, known.AsObject(), $"{at}.{name}") is { } problem)
                return problem;
        }

        return value.Count > ((int?)schema["maxProperties"] ?? int.MaxValue) ? $"{at} has too many members." : null;
    }

    private string? CheckArray(JsonArray value, JsonObject schema, string at)
    {
        if (value.Count > ((int?)schema["maxItems"] ?? int.MaxValue) || value.Count < ((int?)schema["minItems"] ?? 0))
            return $"{at} has {value.Count} items.";
        if (schema["items"] is not JsonObject items)
            return null;
        for (var i = 0; i < value.Count; i++)
        {
            if (Check(value[i], items, $"{at}[{i}]") is { } problem)
                return problem;
        }

        return null;
    }

    private static string? CheckText(string value, JsonObject schema, string at)
    {
        if (value.Length > ((int?)schema["maxLength"] ?? int.MaxValue) || value.Length < ((int?)schema["minLength"] ?? 0))
            return $"{at} has {value.Length} characters.";
        return schema["pattern"] is { } pattern && !Regex.IsMatch(value, (string)pattern!) ? $"{at} does not match {pattern}." : null;
    }

    private static string? CheckNumber(double value, JsonObject schema, string at) =>
        value > ((double?)schema["maximum"] ?? double.MaxValue) || value < ((double?)schema["minimum"] ?? double.MinValue) ? $"{at} is {value}." : null;
}
