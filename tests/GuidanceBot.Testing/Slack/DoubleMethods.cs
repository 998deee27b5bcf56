using System.Globalization;
using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Slack;

/// <summary>The Web API's methods as the double knows them: what they need, what they refuse, what they change.</summary>
internal sealed class DoubleMethods(SlackDouble slack)
{
    private readonly DoubleWorkspace _workspace = slack.Workspace;

    public JsonObject Run(string method, IReadOnlyDictionary<string, string> a, string token) => method switch
    {
        "apps.connections.open" => token == SlackDouble.AppToken
            ? Ok(("url", $"{slack.SocketBase}/link?ticket={slack.Sockets.NewTicket()}"))
            : No(token == SlackDouble.BotToken ? "not_allowed_token_type" : "invalid_auth"),
        "auth.test" => Ok(("url", "https://double.slack.com/"), ("team", "Double"), ("user", "guidancebot"), ("team_id", DoubleWorkspace.Team), ("user_id", token == SlackDouble.UserToken ? "U0ADA" : DoubleWorkspace.BotUser), ("bot_id", DoubleWorkspace.Bot)),
        "bots.info" => Ok(("bot", new JsonObject { ["id"] = DoubleWorkspace.Bot, ["app_id"] = DoubleWorkspace.App, ["user_id"] = DoubleWorkspace.BotUser })),
        "chat.postMessage" => Post(a),
        "chat.postEphemeral" => PostEphemeral(a),
        "chat.update" => Update(a),
        "chat.delete" => Delete(a, token),
        "conversations.history" => History(a),
        "conversations.replies" => Replies(a),
        "conversations.list" => ListChannels(a),
        "conversations.members" => Members(a),
        "conversations.open" => OpenDirect(a),
        "users.info" => UserInfo(a),
        "usergroups.list" => Groups(),
        "views.open" or "views.push" => View(a, push: method == "views.push"),
        "views.update" => UpdateView(a),
        "views.publish" => Publish(a),
        _ => No("unknown_method"),
    };

    /// <summary>The scopes of which the token must have one; none needed where empty.</summary>
    public string[] Needs(string method, IReadOnlyDictionary<string, string> a) => method switch
    {
        "chat.postMessage" or "chat.postEphemeral" or "chat.update" or "chat.delete" => ["chat:write"],
        "conversations.history" or "conversations.replies" => [$"{Family(a)}:history"],
        "conversations.members" => [$"{Family(a)}:read"],
        "conversations.list" => ["channels:read", "groups:read"],
        "conversations.open" => ["im:write"],
        "users.info" or "bots.info" => ["users:read"],
        "usergroups.list" => ["usergroups:read"],
        _ => [],
    };

    private string Family(IReadOnlyDictionary<string, string> a) => Find(a)?.Family ?? "channels";

    private JsonObject Post(IReadOnlyDictionary<string, string> a)
    {
        if (Speakable(a) is { } problem)
            return No(problem);
        var channel = Find(a);
        if (channel is null && a["channel"].StartsWith('U'))
            channel = _workspace.Users.ContainsKey(a["channel"]) ? _workspace.DirectWith(a["channel"]) : null;
        if (channel is null)
            return No("channel_not_found");
        if (!channel.Members.Contains(DoubleWorkspace.BotUser))
            return No("not_in_channel");
        var message = new DoubleMessage(_workspace.NextTs(), DoubleWorkspace.BotUser, a.GetValueOrDefault("text", ""))
        {
            Blocks = Blocks(a),
            Thread = a.GetValueOrDefault("thread_ts"),
            Metadata = a.TryGetValue("metadata", out var metadata) ? JsonNode.Parse(metadata)!.AsObject() : null,
        };
        if (message.Metadata is { } given && ((string?)given["event_type"] is null || given["event_payload"] is not JsonObject))
            return No("invalid_metadata_format");
        lock (channel.Messages)
            channel.Messages.Add(message);
        slack.Echo(channel, message);
        return Ok(("channel", channel.Id), ("ts", message.Ts), ("message", message.ToJson()));
    }

    private JsonObject PostEphemeral(IReadOnlyDictionary<string, string> a)
    {
        if (Speakable(a) is { } problem)
            return No(problem);
        if (Find(a) is not { } channel)
            return No("channel_not_found");
        if (!channel.Members.Contains(DoubleWorkspace.BotUser))
            return No("not_in_channel");
        if (!channel.Members.Contains(a.GetValueOrDefault("user", "")))
            return No("user_not_in_channel");
        slack.Show(new Ephemeral(a["user"], channel.Id, a.GetValueOrDefault("text", ""), Blocks(a), a.GetValueOrDefault("thread_ts")));
        return Ok(("message_ts", _workspace.NextTs()));
    }

    private JsonObject Update(IReadOnlyDictionary<string, string> a)
    {
        if (Speakable(a) is { } problem)
            return No(problem);
        if (Find(a) is not { } channel)
            return No("channel_not_found");
        if (Message(channel, a) is not { } message)
            return No("message_not_found");
        if (!message.FromBot)
            return No("cant_update_message");
        (message.Text, message.Blocks) = (a.GetValueOrDefault("text", ""), Blocks(a));
        return Ok(("channel", channel.Id), ("ts", message.Ts), ("text", message.Text));
    }

    private JsonObject Delete(IReadOnlyDictionary<string, string> a, string token)
    {
        if (Find(a) is not { } channel)
            return No("channel_not_found");
        if (Message(channel, a) is not { } message)
            return No("message_not_found");
        if (!message.FromBot && token != SlackDouble.UserToken)
            return No("cant_delete_message");
        lock (channel.Messages)
            channel.Messages.Remove(message);
        slack.AnnounceDeletion(channel, message);
        return Ok(("channel", channel.Id), ("ts", message.Ts));
    }

    private JsonObject History(IReadOnlyDictionary<string, string> a)
    {
        if (Find(a) is not { } channel)
            return No("channel_not_found");
        if (!channel.Members.Contains(DoubleWorkspace.BotUser))
            return No("not_in_channel");
        List<DoubleMessage> all;
        lock (channel.Messages)
            all = [.. channel.Messages.Where(m => (m.Thread is null || m.Thread == m.Ts) && Within(m.Ts, a)).OrderByDescending(m => Ts(m.Ts))];
        return Page(all, a, "messages", m => WithReplies(channel, m, a.GetValueOrDefault("include_all_metadata") == "true"));
    }

    private JsonObject Replies(IReadOnlyDictionary<string, string> a)
    {
        if (Find(a) is not { } channel)
            return No("channel_not_found");
        if (Message(channel, a) is not { } asked)
            return No("thread_not_found");
        var root = asked.Thread ?? asked.Ts;
        List<DoubleMessage> all;
        lock (channel.Messages)
            all = [.. channel.Messages.Where(m => m.Ts == root || (m.Thread == root && Within(m.Ts, a)))];
        return Page(all, a, "messages", m => m.ToJson());
    }

    private JsonObject WithReplies(DoubleChannel channel, DoubleMessage message, bool metadata)
    {
        var json = message.ToJson(metadata);
        lock (channel.Messages)
        {
            var replies = channel.Messages.Where(m => m.Thread == message.Ts && m.Ts != message.Ts).ToList();
            if (replies.Count > 0)
                (json["thread_ts"], json["reply_count"], json["latest_reply"]) = (message.Ts, replies.Count, replies[^1].Ts);
        }

        return json;
    }

    private JsonObject ListChannels(IReadOnlyDictionary<string, string> a)
    {
        var seen = _workspace.Channels.Values.Where(c => !c.IsDirect && (!c.IsPrivate || c.Members.Contains(DoubleWorkspace.BotUser))).ToList();
        return Page(seen, a, "channels", c => new JsonObject
        {
            ["id"] = c.Id, ["name"] = c.Name, ["is_channel"] = !c.IsPrivate, ["is_private"] = c.IsPrivate, ["is_archived"] = false,
            ["is_member"] = c.Members.Contains(DoubleWorkspace.BotUser), ["topic"] = new JsonObject { ["value"] = $"About {c.Name}" },
        });
    }

    private JsonObject Members(IReadOnlyDictionary<string, string> a) =>
        Find(a) is { } channel ? Page([.. channel.Members], a, "members", m => JsonValue.Create(m)) : No("channel_not_found");

    private JsonObject OpenDirect(IReadOnlyDictionary<string, string> a) =>
        !_workspace.Users.TryGetValue(a.GetValueOrDefault("users", ""), out var user) ? No("user_not_found")
        : user.Deleted ? No("user_disabled")
        : user.IsBot ? No("cannot_dm_bot")
        : Ok(("channel", new JsonObject { ["id"] = _workspace.DirectWith(user.Id).Id }));

    private JsonObject UserInfo(IReadOnlyDictionary<string, string> a) =>
        !_workspace.Users.TryGetValue(a.GetValueOrDefault("user", ""), out var user)
            ? No("user_not_found")
            : Ok(("user", new JsonObject
            {
                ["id"] = user.Id, ["team_id"] = DoubleWorkspace.Team, ["name"] = user.Name.ToLowerInvariant(), ["real_name"] = user.Name, ["deleted"] = user.Deleted,
                ["is_admin"] = user.IsAdmin, ["is_owner"] = false, ["is_bot"] = user.IsBot, ["tz"] = "Europe/London",
                ["profile"] = new JsonObject { ["display_name"] = user.Name },
            }));

    private JsonObject Groups() => _workspace.Groups is not { } groups
        ? No("plan_upgrade_required")
        : Ok(("usergroups", new JsonArray([.. groups.Select(g => (JsonNode)new JsonObject
        {
            ["id"] = g.Key, ["name"] = g.Value.Name, ["handle"] = g.Value.Name.ToLowerInvariant(), ["date_delete"] = 0,
            ["users"] = new JsonArray([.. g.Value.Members.Select(m => (JsonNode)JsonValue.Create(m))]),
        })])));

    private JsonObject View(IReadOnlyDictionary<string, string> a, bool push)
    {
        if (slack.Triggers.Use(a.GetValueOrDefault("trigger_id", "")) is { } refused)
            return No(refused);
        var view = JsonNode.Parse(a["view"])!.AsObject();
        if (BlockRules.View(view) is { } problem)
            return No("invalid_arguments", problem);
        if ((string?)view["type"] != "modal")
            return No("invalid_arguments", "not a modal");
        return Ok(("view", slack.Views.Open(view, push).DeepClone()));
    }

    private JsonObject UpdateView(IReadOnlyDictionary<string, string> a)
    {
        var view = JsonNode.Parse(a["view"])!.AsObject();
        if (BlockRules.View(view) is { } problem)
            return No("invalid_arguments", problem);
        return slack.Views.Update(a.GetValueOrDefault("view_id", ""), view) ? Ok(("view", view.DeepClone())) : No("not_found");
    }

    private JsonObject Publish(IReadOnlyDictionary<string, string> a)
    {
        var view = JsonNode.Parse(a["view"])!.AsObject();
        if (BlockRules.View(view) is { } problem)
            return No("invalid_arguments", problem);
        slack.Views.Homes[a["user_id"]] = view;
        return Ok(("view", view.DeepClone()));
    }

    // A message must say something outside its blocks, and keep the limits.
    private static string? Speakable(IReadOnlyDictionary<string, string> a) =>
        string.IsNullOrWhiteSpace(a.GetValueOrDefault("text")) ? "no_text"
        : a["text"].Length > 40_000 ? "msg_too_long"
        : BlockRules.Message(Blocks(a));

    private static JsonArray Blocks(IReadOnlyDictionary<string, string> a) => a.TryGetValue("blocks", out var blocks) ? JsonNode.Parse(blocks)!.AsArray() : [];

    private DoubleChannel? Find(IReadOnlyDictionary<string, string> a) => _workspace.Channels.GetValueOrDefault(a.GetValueOrDefault("channel", ""));

    private static DoubleMessage? Message(DoubleChannel channel, IReadOnlyDictionary<string, string> a)
    {
        lock (channel.Messages)
            return channel.Messages.Find(m => m.Ts == a.GetValueOrDefault("ts"));
    }

    private static bool Within(string ts, IReadOnlyDictionary<string, string> a)
    {
        var inclusive = a.GetValueOrDefault("inclusive") == "true";
        var at = Ts(ts);
        return (!a.TryGetValue("oldest", out var oldest) || at > Ts(oldest) || (inclusive && at == Ts(oldest)))
            && (!a.TryGetValue("latest", out var latest) || at < Ts(latest) || (inclusive && at == Ts(latest)));
    }

    private static decimal Ts(string ts) => decimal.Parse(ts, CultureInfo.InvariantCulture);

    private static JsonObject Page<T>(IReadOnlyList<T> all, IReadOnlyDictionary<string, string> a, string name, Func<T, JsonNode> toJson)
    {
        var limit = Math.Min(int.Parse(a.GetValueOrDefault("limit", "100"), CultureInfo.InvariantCulture), SlackDouble.PageSize);
        var start = a.TryGetValue("cursor", out var cursor) ? int.Parse(cursor, CultureInfo.InvariantCulture) : 0;
        var more = start + limit < all.Count;
        return Ok(
            (name, new JsonArray([.. all.Skip(start).Take(limit).Select(toJson)])),
            ("has_more", more),
            ("response_metadata", new JsonObject { ["next_cursor"] = more ? $"{start + limit}" : "" }));
    }

    private static JsonObject Ok(params (string Name, JsonNode? Value)[] fields)
    {
        var ok = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields)
            ok[name] = value;
        return ok;
    }

    private static JsonObject No(string error, string? detail = null)
    {
        var no = new JsonObject { ["ok"] = false, ["error"] = error };
        if (detail is not null)
            no["response_metadata"] = new JsonObject { ["messages"] = new JsonArray(detail) };
        return no;
    }
}
