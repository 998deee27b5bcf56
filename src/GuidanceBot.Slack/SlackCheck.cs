using GuidanceBot.Slack.Manifest;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Slack;

/// <summary>Looks at the tokens without starting the bot: whether they work, may do what they must, and where the bot was not invited.</summary>
public static class SlackCheck
{
    /// <summary>What was found, a line each; true where something needs mending.</summary>
    public static async Task<IReadOnlyList<(bool Mend, string Line)>> RunAsync(SlackSettings settings, bool screening, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        var api = new SlackApi(new SlackCaller(http, settings.ApiBase, new RateGate(), TimeProvider.System, NullLogger<SlackCaller>.Instance), settings);
        var found = new List<(bool, string)>();

        var bot = await api.TestAuthAsync(cancellationToken);
        if (!bot.Ok)
            return [(true, SlackErrors.Fatal(bot.Error) ?? $"Slack did not answer about the bot token ({bot.Error}). Is {settings.ApiBase} reachable?")];
        found.Add((false, $"bot {bot.Body.Text("user")} in workspace {bot.Body.Text("team")}"));

        if (bot.Scopes is { } scopes && SlackScopes.For(screening).Where(s => !scopes.Contains(s.Name)).ToList() is { Count: > 0 } missing)
            found.Add((true, $"the bot token lacks {string.Join(", ", missing.Select(s => s.Name))}: take the manifest of guidancebot manifest slack, then install the app again"));

        var app = await api.OpenConnectionAsync(cancellationToken);
        if (!app.Ok)
            found.Add((true, SocketPolicy.Fatal(app.Error) ?? $"Slack gave no socket ({app.Error})"));

        var outside = new List<string>();
        await foreach (var page in api.ListChannelsAsync(cancellationToken))
            outside.AddRange(page.Body.Items("channels").Where(c => !c.Flag("is_member")).Select(c => $"#{c.Text("name")}"));
        if (outside.Count > 0)
            found.Add((false, $"not invited to {string.Join(", ", outside.Take(10))}{(outside.Count > 10 ? $" and {outside.Count - 10} more" : "")}: where it should read or post, type /invite @GuidanceBot"));
        return found;
    }
}
