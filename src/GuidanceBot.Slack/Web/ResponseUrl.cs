using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using GuidanceBot.Chat;

namespace GuidanceBot.Slack.Web;

/// <summary>Answers through the address that came with a command or press: five times within half an hour, in channels the bot is no member of as well.</summary>
internal sealed class ResponseUrl(HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Sends the answer. The address came from Slack over our own socket; it is no address that a member can choose.</summary>
    public async Task<Outcome> SendAsync(Uri address, JsonObject message, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        using var content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(message.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json") { CharSet = "utf-8" };
        try
        {
            using var response = await http.PostAsync(address, content, either.Token);
            if (!response.IsSuccessStatusCode)
                return (int)response.StatusCode is 404 or 403 ? Outcome.Gone : Outcome.Failed;
            // It says "ok", or {"ok":false,"error":"used_url"} with status 200.
            var said = await response.Content.ReadAsStringAsync(either.Token);
            return said.Contains("\"ok\":false", StringComparison.Ordinal) ? Outcome.Gone : Outcome.Done;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Outcome.Failed;
        }
    }
}
