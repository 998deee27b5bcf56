using System.Net;
using System.Net.Sockets;
using GuidanceBot.Chat;
using GuidanceBot.Slack.Web;
using GuidanceBot.Slack.Wire;
using GuidanceBot.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace GuidanceBot.Slack.Tests.Peers;

/// <summary>Error codes as a Web API says them that nobody here wrote.</summary>
public sealed class EmulateTests
{
    [PeerFact("slack", "emulate")]
    public async Task A_missing_scope_and_somebody_elses_message_are_refused_in_words_we_know()
    {
        var port = FreePort();
        await using var emulate = new PeerProcess("slack", "node", "emulate.mjs", $"{port}");
        await emulate.SawAsync(l => (string?)l["saw"] == "ready", "emulate to answer");
        using var http = new HttpClient();
        var mel = Api(http, port, bot: "xoxp-mel", user: null);
        var ada = Api(http, port, bot: "xoxb-narrow", user: "xoxp-ada");

        var channels = new List<string>();
        await foreach (var page in ada.ListChannelsAsync(default))
            channels.AddRange(page.Body.Items("channels").Where(c => c.Text("name") == "general").Select(c => c.Text("id")));
        var general = Assert.Single(channels);
        var written = await mel.PostAsync(general, "hello", "[]", null, null, default);
        var (byMel, byAda) = (await ada.DeleteAsync(general, written.Body.Text("ts"), default), await ada.PostAsync(general, "hello", "[]", null, null, default));
        var scope = await ada.UserInfoAsync("U000000001", default);
        var gone = await ada.UpdateAsync(general, "1.000000", "x", "[]", default);

        Assert.True(written.Ok);
        Assert.True(byAda.Ok);
        Assert.Equal(("cant_delete_message", Outcome.NotPermitted), (byMel.Error, byMel.Outcome));
        Assert.Equal(("missing_scope", Outcome.NotPermitted, "users:read"), (scope.Error, scope.Outcome, scope.Needed));
        Assert.Equal(("message_not_found", Outcome.Gone), (gone.Error, gone.Outcome));
    }

    private static SlackApi Api(HttpClient http, int port, string bot, string? user)
    {
        var settings = new SlackSettings { BotToken = bot, AppToken = "xapp-none", UserToken = user, ApiBase = new Uri($"http://127.0.0.1:{port}/api") };
        return new SlackApi(new SlackCaller(http, settings.ApiBase, new RateGate(), TimeProvider.System, NullLogger<SlackCaller>.Instance), settings);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
