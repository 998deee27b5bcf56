using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Slack;

/// <summary>A message that one person alone sees.</summary>
public sealed record Ephemeral(string User, string Channel, string Text, JsonArray Blocks, string? Thread = null);

/// <summary>Trigger ids: each opens one form, within three seconds.</summary>
public sealed class DoubleTriggers(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (DateTimeOffset Issued, bool Used)> _issued = new();

    /// <summary>How long one opens a form.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromSeconds(3);

    public string Issue()
    {
        var trigger = $"{_issued.Count}.{Guid.NewGuid():N}";
        _issued[trigger] = (clock.GetUtcNow(), false);
        return trigger;
    }

    public string? Use(string trigger)
    {
        if (!_issued.TryGetValue(trigger, out var known))
            return "invalid_trigger_id";
        if (known.Used)
            return "exchanged_trigger_id";
        _issued[trigger] = known with { Used = true };
        return clock.GetUtcNow() - known.Issued > Within ? "expired_trigger_id" : null;
    }
}

/// <summary>Forms and pages that are open. A form stands over another at most three deep.</summary>
public sealed class DoubleViews
{
    private readonly ConcurrentDictionary<string, JsonObject> _open = new();
    private int _ids;

    public ConcurrentDictionary<string, JsonObject> Homes { get; } = new();

    public Action Changed { get; set; } = () => { };

    /// <summary>The form opened last.</summary>
    public JsonObject? Newest { get; private set; }

    public JsonObject Open(JsonObject view, bool push)
    {
        view["id"] = $"V{Interlocked.Increment(ref _ids)}";
        if (push && Newest is { } under)
            view["previous_view_id"] = (string?)under["id"];
        _open[(string)view["id"]!] = view;
        Newest = view;
        Changed();
        return view;
    }

    public bool Update(string id, JsonObject view)
    {
        if (!_open.ContainsKey(id))
            return false;
        view["id"] = id;
        _open[id] = view;
        Newest = view;
        Changed();
        return true;
    }

    public void Close(string id)
    {
        _open.TryRemove(id, out var closed);
        if ((string?)Newest?["id"] == id)
            Newest = null;
        Changed();
    }
}

/// <summary>Addresses to answer through: five times within half an hour each.</summary>
public sealed class DoubleResponseUrls(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (string User, string Channel, DateTimeOffset Issued, int Used)> _issued = new();

    public string Issue(string user, string channel)
    {
        var id = Guid.NewGuid().ToString("N");
        _issued[id] = (user, channel, clock.GetUtcNow(), 0);
        return id;
    }

    public (string User, string Channel)? Use(string id)
    {
        if (!_issued.TryGetValue(id, out var known) || known.Used >= 5 || clock.GetUtcNow() - known.Issued > TimeSpan.FromMinutes(30))
            return null;
        _issued[id] = known with { Used = known.Used + 1 };
        return (known.User, known.Channel);
    }
}

/// <summary>A call of the Web API as it came in.</summary>
public sealed record DoubleCall(string Method, IReadOnlyDictionary<string, string> Arguments, string Answer);

/// <summary>A fault to answer with instead of doing what was asked.</summary>
public sealed record DoubleFault(int Status, string Body, string? RetryAfter = null, bool AfterDoing = false)
{
    public static DoubleFault Limit(int seconds) => new(429, "Too many requests", $"{seconds}");

    public static DoubleFault Error(string error) => new(200, $"{{\"ok\":false,\"error\":\"{error}\"}}");

    /// <summary>A proxy's page.</summary>
    public static DoubleFault Page { get; } = new(502, "<html>Bad gateway</html>");

    /// <summary>The call has its effect, but the answer is lost.</summary>
    public static DoubleFault HalfDone { get; } = new(503, "", AfterDoing: true);
}
