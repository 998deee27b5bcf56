using System.Runtime.CompilerServices;
using System.Text.Json;
using GuidanceBot.Slack.Wire;

namespace GuidanceBot.Slack.Web;

/// <summary>The Web API's methods that we use, typed. A refusal is a value.</summary>
internal sealed class SlackApi(SlackCaller caller, SlackSettings settings)
{
    private const int PageSize = 200;

    /// <summary>Whether there is an admin's token to remove others' messages with.</summary>
    public bool CanRemove => settings.UserToken is not null;

    public Task<SlackAnswer> OpenConnectionAsync(CancellationToken cancellationToken) =>
        caller.CallAsync(SlackMethod.OpenConnection, settings.AppToken, new Dictionary<string, string>(), null, cancellationToken);

    public Task<SlackAnswer> TestAuthAsync(CancellationToken cancellationToken) => BotAsync(SlackMethod.TestAuth, [], cancellationToken);

    /// <summary>Posts a message. The key stands in its metadata, where it is looked for before anything is posted again.</summary>
    public Task<SlackAnswer> PostAsync(string channel, string text, string blocks, string? metadata, string? thread, CancellationToken cancellationToken) =>
        caller.CallAsync(
            SlackMethod.PostMessage,
            settings.BotToken,
            Arguments(("channel", channel), ("text", text), ("blocks", blocks), ("metadata", metadata), ("thread_ts", thread), ("unfurl_links", "false"), ("unfurl_media", "false")),
            channel,
            cancellationToken);

    public Task<SlackAnswer> PostEphemeralAsync(string channel, string user, string text, string blocks, string? thread, CancellationToken cancellationToken) =>
        BotAsync(SlackMethod.PostEphemeral, [("channel", channel), ("user", user), ("text", text), ("blocks", blocks), ("thread_ts", thread)], cancellationToken);

    public Task<SlackAnswer> UpdateAsync(string channel, string ts, string text, string blocks, CancellationToken cancellationToken) =>
        BotAsync(SlackMethod.Update, [("channel", channel), ("ts", ts), ("text", text), ("blocks", blocks)], cancellationToken);

    /// <summary>Removes somebody's message, with the admin's token.</summary>
    public Task<SlackAnswer> DeleteAsync(string channel, string ts, CancellationToken cancellationToken) =>
        caller.CallAsync(SlackMethod.Delete, settings.UserToken ?? "", Arguments(("channel", channel), ("ts", ts)), null, cancellationToken);

    /// <summary>Messages of a channel, newest first, a page at a time.</summary>
    public IAsyncEnumerable<SlackAnswer> HistoryAsync(string channel, string? oldest, string? latest, bool inclusive, CancellationToken cancellationToken) =>
        PagesAsync(SlackMethod.History, [("channel", channel), ("oldest", oldest), ("latest", latest), ("inclusive", inclusive ? "true" : null), ("include_all_metadata", "true")], PageSize, cancellationToken);

    /// <summary>A thread's messages, oldest first, the one it hangs under included.</summary>
    public IAsyncEnumerable<SlackAnswer> RepliesAsync(string channel, string ts, string? oldest, CancellationToken cancellationToken) =>
        PagesAsync(SlackMethod.Replies, [("channel", channel), ("ts", ts), ("oldest", oldest)], PageSize, cancellationToken);

    public IAsyncEnumerable<SlackAnswer> ListChannelsAsync(CancellationToken cancellationToken) =>
        PagesAsync(SlackMethod.ListChannels, [("types", "public_channel,private_channel"), ("exclude_archived", "true")], PageSize, cancellationToken);

    public IAsyncEnumerable<SlackAnswer> ListMembersAsync(string channel, CancellationToken cancellationToken) =>
        PagesAsync(SlackMethod.ListMembers, [("channel", channel)], PageSize, cancellationToken);

    public Task<SlackAnswer> OpenDirectAsync(string user, CancellationToken cancellationToken) => BotAsync(SlackMethod.OpenDirect, [("users", user)], cancellationToken);

    public Task<SlackAnswer> UserInfoAsync(string user, CancellationToken cancellationToken) =>
        BotAsync(SlackMethod.UserInfo, [("user", user), ("include_locale", "true")], cancellationToken);

    public Task<SlackAnswer> ListGroupsAsync(CancellationToken cancellationToken) =>
        BotAsync(SlackMethod.ListGroups, [("include_users", "true")], cancellationToken);

    public Task<SlackAnswer> OpenViewAsync(string trigger, string view, CancellationToken cancellationToken) =>
        BotAsync(SlackMethod.OpenView, [("trigger_id", trigger), ("view", view)], cancellationToken);

    public Task<SlackAnswer> PushViewAsync(string trigger, string view, CancellationToken cancellationToken) =>
        BotAsync(SlackMethod.PushView, [("trigger_id", trigger), ("view", view)], cancellationToken);

    public Task<SlackAnswer> UpdateViewAsync(string viewId, string view, CancellationToken cancellationToken) =>
        BotAsync(SlackMethod.UpdateView, [("view_id", viewId), ("view", view)], cancellationToken);

    public Task<SlackAnswer> PublishViewAsync(string user, string view, CancellationToken cancellationToken) =>
        BotAsync(SlackMethod.PublishView, [("user_id", user), ("view", view)], cancellationToken);

    private Task<SlackAnswer> BotAsync(SlackMethod method, (string Name, string? Value)[] arguments, CancellationToken cancellationToken) =>
        caller.CallAsync(method, settings.BotToken, Arguments(arguments), null, cancellationToken);

    // Ends after the first refusal, which the reader sees as the last page.
    private async IAsyncEnumerable<SlackAnswer> PagesAsync(SlackMethod method, (string Name, string? Value)[] arguments, int pageSize, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = "";
        var seen = new HashSet<string>();
        do
        {
            var page = await BotAsync(method, [.. arguments, ("limit", $"{pageSize}"), ("cursor", cursor.Length > 0 ? cursor : null)], cancellationToken);
            yield return page;
            cursor = page.Ok ? page.NextCursor : "";
        }
        while (cursor.Length > 0 && seen.Add(cursor)); // a cursor that comes again would lead in a circle
    }

    private static Dictionary<string, string> Arguments(params (string Name, string? Value)[] arguments) =>
        arguments.Where(a => a.Value is not null).ToDictionary(a => a.Name, a => a.Value!); // checked in the line before
}

/// <summary>Reads of answers that several places need.</summary>
internal static class SlackAnswerReading
{
    public static IEnumerable<JsonElement> Messages(this SlackAnswer page) => page.Body.Items("messages");
}
