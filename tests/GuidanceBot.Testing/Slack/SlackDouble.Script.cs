using System.Text.Json.Nodes;

namespace GuidanceBot.Testing.Slack;

/// <summary>What people do on the double.</summary>
public sealed partial class SlackDouble
{
    /// <summary>Somebody writes in a channel.</summary>
    public (DoubleMessage Message, Delivery? Delivery) Say(string user, string channel, string text, string? thread = null, JsonArray? files = null)
    {
        var message = new DoubleMessage(Workspace.NextTs(), user, text) { Thread = thread, Files = files };
        var place = Workspace.Channels[channel];
        lock (place.Messages)
            place.Messages.Add(message);
        var delivery = Announce(place, message.ToJson());
        if (text.Contains($"<@{DoubleWorkspace.BotUser}>", StringComparison.Ordinal) && !place.IsDirect)
        {
            var mention = message.ToJson();
            (mention["type"], mention["channel"], mention["event_ts"]) = ("app_mention", channel, message.Ts);
            Event(mention);
        }

        return (message, delivery);
    }

    public Delivery? Edit(DoubleMessage message, string channel, string text)
    {
        var before = message.ToJson();
        (message.Text, message.EditedTs) = (text, Workspace.NextTs());
        return Changed(channel, message, before);
    }

    /// <summary>Slack adds a preview of a link: message_changed with the same text.</summary>
    public Delivery? Unfurl(DoubleMessage message, string channel) => Changed(channel, message, message.ToJson());

    public void Delete(DoubleMessage message, string channel)
    {
        var place = Workspace.Channels[channel];
        lock (place.Messages)
            place.Messages.Remove(message);
        AnnounceDeletion(place, message);
    }

    /// <summary>Somebody types a slash command.</summary>
    public Delivery Slash(string user, string channel, string text, string command = "/guidance") =>
        Sockets.Deliver("slash_commands", new JsonObject
        {
            ["token"] = "", ["team_id"] = DoubleWorkspace.Team, ["team_domain"] = "double", ["channel_id"] = channel,
            ["channel_name"] = Workspace.Channels[channel].IsDirect ? "directmessage" : Workspace.Channels[channel].Name,
            ["user_id"] = user, ["user_name"] = user, ["command"] = command, ["text"] = text, ["api_app_id"] = DoubleWorkspace.App,
            ["is_enterprise_install"] = "false", ["response_url"] = NewResponseUrl(user, channel), ["trigger_id"] = Triggers.Issue(),
        });

    /// <summary>Somebody presses the button with that label on a post.</summary>
    public Delivery Press(string user, string channel, DoubleMessage post, string label) =>
        Press(user, Button(post.Blocks, label), json =>
        {
            json["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = post.Ts, ["channel_id"] = channel, ["is_ephemeral"] = false };
            json["channel"] = new JsonObject { ["id"] = channel, ["name"] = "x" };
            json["message"] = post.ToJson();
            json["response_url"] = NewResponseUrl(user, channel);
        });

    /// <summary>Somebody presses a button on a message that they alone see.</summary>
    public Delivery Press(Ephemeral ephemeral, string label) =>
        Press(ephemeral.User, Button(ephemeral.Blocks, label), json =>
        {
            json["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = Workspace.NextTs(), ["channel_id"] = ephemeral.Channel, ["is_ephemeral"] = true };
            json["channel"] = new JsonObject { ["id"] = ephemeral.Channel, ["name"] = "x" };
            json["response_url"] = NewResponseUrl(ephemeral.User, ephemeral.Channel);
        });

    /// <summary>Somebody presses a button in a form or on the app's home.</summary>
    public Delivery PressInView(string user, JsonObject view, string label) =>
        Press(user, Button(view["blocks"]!.AsArray(), label), json =>
        {
            json["container"] = new JsonObject { ["type"] = "view", ["view_id"] = (string?)view["id"] ?? "VHOME" };
            json["view"] = view.DeepClone();
        });

    /// <summary>Somebody sends off the newest form, with values by field name.</summary>
    public Delivery Submit(string user, params (string Field, string[] Values)[] answers)
    {
        var view = Views.Newest ?? throw new InvalidOperationException("No form is open.");
        var state = new JsonObject();
        foreach (var block in view["blocks"]!.AsArray().Where(b => (string?)b!["type"] == "input"))
        {
            var id = (string)block!["block_id"]!;
            var element = block["element"]!;
            var values = answers.FirstOrDefault(a => a.Field == id).Values;
            state[id] = new JsonObject { [(string)element["action_id"]!] = State(element, values) };
        }

        var sent = view.DeepClone().AsObject();
        sent["state"] = new JsonObject { ["values"] = state };
        var delivery = Sockets.Deliver("interactive", new JsonObject
        {
            ["type"] = "view_submission", ["team"] = new JsonObject { ["id"] = DoubleWorkspace.Team, ["domain"] = "double" },
            ["user"] = new JsonObject { ["id"] = user, ["team_id"] = DoubleWorkspace.Team }, ["api_app_id"] = DoubleWorkspace.App,
            ["trigger_id"] = Triggers.Issue(), ["view"] = sent, ["response_urls"] = new JsonArray(),
        });
        _ = FollowAsync(delivery, (string)view["id"]!);
        return delivery;
    }

    /// <summary>Somebody types into a field of the newest form that suggests answers; its options, as they are offered.</summary>
    public async Task<IReadOnlyList<(string Label, string Value)>> TypeIntoAsync(string user, string field, string typed)
    {
        var view = Views.Newest ?? throw new InvalidOperationException("No form is open.");
        var input = view["blocks"]!.AsArray().Single(b => (string?)b!["block_id"] == field)!;
        if ((string?)input["element"]!["type"] != "external_select")
            throw new InvalidOperationException($"{field} suggests nothing; it is a {input["element"]!["type"]}.");
        var answer = await Sockets.Deliver("interactive", new JsonObject
        {
            ["type"] = "block_suggestion", ["team"] = new JsonObject { ["id"] = DoubleWorkspace.Team, ["domain"] = "double" },
            ["user"] = new JsonObject { ["id"] = user, ["team_id"] = DoubleWorkspace.Team }, ["api_app_id"] = DoubleWorkspace.App, ["token"] = "",
            ["container"] = new JsonObject { ["type"] = "view", ["view_id"] = (string?)view["id"] }, ["view"] = view.DeepClone(),
            ["block_id"] = field, ["action_id"] = (string?)input["element"]!["action_id"], ["value"] = typed,
        }).Acked;
        var options = answer?["options"]?.AsArray() ?? throw new InvalidOperationException("Nothing was offered.");
        if (options.Count > 100 || options.Any(o => ((string?)o!["text"]?["text"])?.Length is null or 0 or > 75 || ((string?)o["value"])?.Length is null or 0 or > 150))
            Sockets.Complaints.Enqueue($"Options past the limits: {answer.ToJsonString(Readable)}");
        return [.. options.Select(o => ((string)o!["text"]!["text"]!, (string)o["value"]!))];
    }

    public Delivery MessageShortcut(string user, string channel, DoubleMessage target, string callback) =>
        Sockets.Deliver("interactive", new JsonObject
        {
            ["type"] = "message_action", ["callback_id"] = callback, ["trigger_id"] = Triggers.Issue(), ["message_ts"] = target.Ts, ["action_ts"] = target.Ts,
            ["response_url"] = NewResponseUrl(user, channel), ["message"] = target.ToJson(), ["channel"] = new JsonObject { ["id"] = channel, ["name"] = "x" },
            ["team"] = new JsonObject { ["id"] = DoubleWorkspace.Team }, ["user"] = new JsonObject { ["id"] = user, ["team_id"] = DoubleWorkspace.Team },
        });

    public Delivery GlobalShortcut(string user, string callback) =>
        Sockets.Deliver("interactive", new JsonObject
        {
            ["type"] = "shortcut", ["callback_id"] = callback, ["trigger_id"] = Triggers.Issue(), ["action_ts"] = "1.1",
            ["team"] = new JsonObject { ["id"] = DoubleWorkspace.Team }, ["user"] = new JsonObject { ["id"] = user, ["team_id"] = DoubleWorkspace.Team },
        });

    public Delivery OpenHome(string user) => Event(new JsonObject { ["type"] = "app_home_opened", ["user"] = user, ["channel"] = Workspace.DirectWith(user).Id, ["tab"] = "home", ["event_ts"] = Workspace.NextTs() });

    /// <summary>Hands out an event, under an id of its own or a given one.</summary>
    public Delivery Event(JsonObject inner, string? eventId = null) =>
        Sockets.Deliver("events_api", new JsonObject
        {
            ["token"] = "", ["team_id"] = DoubleWorkspace.Team, ["api_app_id"] = DoubleWorkspace.App, ["type"] = "event_callback",
            ["event_id"] = eventId ?? $"Ev{Guid.NewGuid():N}", ["event_time"] = 1_790_000_000, ["event"] = inner,
            ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = DoubleWorkspace.Team, ["user_id"] = DoubleWorkspace.BotUser, ["is_bot"] = true }),
        });

    /// <summary>A message as its event shows it.</summary>
    public static JsonObject AsEvent(DoubleChannel channel, JsonObject message)
    {
        (message["channel"], message["channel_type"], message["event_ts"]) = (channel.Id, channel.Kind, (string?)message["ts"]);
        return message;
    }

    internal void Echo(DoubleChannel channel, DoubleMessage message)
    {
        Signal();
        Announce(channel, message.ToJson());
    }

    internal void AnnounceDeletion(DoubleChannel channel, DoubleMessage message)
    {
        var ts = Workspace.NextTs();
        Announce(channel, new JsonObject
        {
            ["type"] = "message", ["subtype"] = "message_deleted", ["hidden"] = true, ["deleted_ts"] = message.Ts, ["ts"] = ts, ["previous_message"] = message.ToJson(),
        });
        Signal();
    }

    private Delivery? Changed(string channel, DoubleMessage message, JsonObject before) =>
        Announce(Workspace.Channels[channel], new JsonObject
        {
            ["type"] = "message", ["subtype"] = "message_changed", ["hidden"] = true, ["ts"] = Workspace.NextTs(), ["message"] = message.ToJson(), ["previous_message"] = before,
        });

    // Events of channels the bot is not in, or has no scope to read, never reach it.
    private Delivery? Announce(DoubleChannel channel, JsonObject message) =>
        channel.Members.Contains(DoubleWorkspace.BotUser) && Scopes.Contains($"{channel.Family}:history") ? Event(AsEvent(channel, message)) : null;

    private Delivery Press(string user, JsonObject button, Action<JsonObject> where)
    {
        var json = new JsonObject
        {
            ["type"] = "block_actions", ["team"] = new JsonObject { ["id"] = DoubleWorkspace.Team, ["domain"] = "double" },
            ["user"] = new JsonObject { ["id"] = user, ["team_id"] = DoubleWorkspace.Team }, ["api_app_id"] = DoubleWorkspace.App, ["token"] = "",
            ["trigger_id"] = Triggers.Issue(), ["actions"] = new JsonArray(new JsonObject
            {
                ["type"] = "button", ["action_id"] = (string?)button["action_id"], ["block_id"] = "b", ["value"] = (string?)button["value"], ["action_ts"] = "1.1",
            }),
        };
        where(json);
        return Sockets.Deliver("interactive", json);
    }

    private async Task FollowAsync(Delivery submission, string viewId)
    {
        JsonObject? answer;
        try
        {
            answer = await submission.Acked;
        }
        catch (InvalidOperationException)
        {
            return;
        }

        switch ((string?)answer?["response_action"])
        {
            case "errors":
                break;
            case "update" or "push" when answer!["view"] is JsonObject view:
                if (BlockRules.View(view) is { } problem)
                    Sockets.Complaints.Enqueue($"A refused view: {problem}");
                else if ((string?)answer["response_action"] == "update")
                    Views.Update(viewId, view.DeepClone().AsObject());
                else
                    Views.Open(view.DeepClone().AsObject(), push: true);
                break;
            default:
                Views.Close(viewId);
                break;
        }
    }

    private string NewResponseUrl(string user, string channel) => $"{ApiBase.GetLeftPart(UriPartial.Authority)}/respond/{ResponseUrls.Issue(user, channel)}";

    private static JsonObject Button(JsonArray blocks, string label) =>
        blocks.SelectMany(b => b!["elements"] as JsonArray ?? []).OfType<JsonObject>().FirstOrDefault(e => (string?)e["type"] == "button" && (string?)e["text"]?["text"] == label)
        ?? throw new InvalidOperationException($"There is no button “{label}” in {blocks.ToJsonString(Readable)}");

    private static JsonObject State(JsonNode element, string[]? values)
    {
        var type = (string)element["type"]!;
        var state = new JsonObject { ["type"] = type };
        switch (type)
        {
            case "plain_text_input":
                state["value"] = values is [var text, ..] ? text : null;
                break;
            case "static_select" or "external_select" or "radio_buttons":
                state["selected_option"] = values is [var one, ..] ? new JsonObject { ["value"] = one } : null;
                break;
            case "multi_static_select" or "checkboxes":
                state["selected_options"] = new JsonArray([.. (values ?? []).Select(v => (JsonNode)new JsonObject { ["value"] = v })]);
                break;
            case "conversations_select" or "users_select" or "channels_select":
                state[type.Replace("s_select", "", StringComparison.Ordinal) is var kind ? $"selected_{kind}" : ""] = values is [var picked, ..] ? picked : null;
                break;
            default:
                state[$"selected_{type.Replace("multi_", "", StringComparison.Ordinal).Replace("_select", "", StringComparison.Ordinal)}"] = new JsonArray([.. (values ?? []).Select(v => (JsonNode)JsonValue.Create(v))]);
                break;
        }

        return state;
    }
}
