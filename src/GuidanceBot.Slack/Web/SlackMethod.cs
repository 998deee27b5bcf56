namespace GuidanceBot.Slack.Web;

/// <summary>A method of the Web API that we use.</summary>
/// <param name="Name">Slack's name of it.</param>
/// <param name="PerMinute">Calls a minute that its rate tier allows.</param>
/// <param name="Scopes">Scopes of which it needs all (for kinds of channels: those we ask for).</param>
/// <param name="Writes">Whether a call that went astray may have had its effect, so that it is not repeated blindly.</param>
internal sealed record SlackMethod(string Name, int PerMinute, string[] Scopes, bool Writes = false)
{
    public static readonly SlackMethod OpenConnection = new("apps.connections.open", 50, []);
    public static readonly SlackMethod TestAuth = new("auth.test", 100, []);
    public static readonly SlackMethod PostMessage = new("chat.postMessage", 300, ["chat:write"], Writes: true);
    public static readonly SlackMethod PostEphemeral = new("chat.postEphemeral", 100, ["chat:write"], Writes: true);
    public static readonly SlackMethod Update = new("chat.update", 50, ["chat:write"]);
    public static readonly SlackMethod Delete = new("chat.delete", 50, ["user:chat:write"]);
    public static readonly SlackMethod History = new("conversations.history", 50, ["channels:history", "groups:history", "im:history"]);
    public static readonly SlackMethod Replies = new("conversations.replies", 50, ["channels:history", "groups:history"]);
    public static readonly SlackMethod ListChannels = new("conversations.list", 20, ["channels:read", "groups:read"]);
    public static readonly SlackMethod ListMembers = new("conversations.members", 100, ["groups:read"]);
    public static readonly SlackMethod OpenDirect = new("conversations.open", 50, ["im:write"]);
    public static readonly SlackMethod UserInfo = new("users.info", 100, ["users:read"]);
    public static readonly SlackMethod ListGroups = new("usergroups.list", 20, ["usergroups:read"]);
    public static readonly SlackMethod OpenView = new("views.open", 100, [], Writes: true);
    public static readonly SlackMethod PushView = new("views.push", 100, [], Writes: true);
    public static readonly SlackMethod UpdateView = new("views.update", 100, []);
    public static readonly SlackMethod PublishView = new("views.publish", 100, []);

    /// <summary>Every method we use.</summary>
    public static readonly SlackMethod[] All =
    [
        OpenConnection, TestAuth, PostMessage, PostEphemeral, Update, Delete, History, Replies, ListChannels, ListMembers,
        OpenDirect, UserInfo, ListGroups, OpenView, PushView, UpdateView, PublishView,
    ];
}
