using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GuidanceBot.Discord.Reading;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Discord.Rest;

/// <summary>Asks Discord, within its limits. Never throws but for cancellation: silence and refusals are answers.</summary>
internal sealed partial class DiscordRest : IDisposable
{
    private readonly HttpClient _http;
    private readonly Limits _limits;
    private readonly InvalidRequests _invalid;
    private readonly TimeProvider _clock;
    private readonly ILogger<DiscordRest> _logger;
    private volatile bool _tokenRefused;

    public DiscordRest(DiscordOptions options, TimeProvider clock, ILogger<DiscordRest> logger)
    {
        _clock = clock;
        _logger = logger;
        _limits = new Limits(clock);
        _invalid = new InvalidRequests(clock);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectTimeout = TimeSpan.FromSeconds(10),
        })
        {
            BaseAddress = new Uri(options.ApiBase.OriginalString.TrimEnd('/') + "/"),
            Timeout = TimeSpan.FromSeconds(20),
        };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bot", options.Token);
        _http.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", options.UserAgent);
    }

    /// <summary>Whether Discord does not accept the token: then nothing more is asked.</summary>
    public bool TokenRefused => _tokenRefused;

    /// <summary>Asks, waits where told to, and tries again where that is safe.</summary>
    public async Task<Answer> AskAsync(Call call, CancellationToken cancellationToken)
    {
        var route = Route.Of(call.Method, call.Path);
        for (var tried = 1; ; tried++)
        {
            if (!call.Urgent)
                await _limits.EnterAsync(route, cancellationToken);
            if (_tokenRefused || !_invalid.MayAsk)
            {
                Log.Withheld(_logger, route.Template);
                return Answer.Nothing;
            }

            var (answer, wait) = await TryAsync(call, route, cancellationToken);
            if (Retry.Wait(call, answer.Status, tried, wait, Random.Shared.NextDouble()) is not { } pause)
            {
                if (!answer.Ok)
                    Log.Refused(_logger, route.Template, (int)answer.Status, answer.Code);
                return answer;
            }

            // A bucket told to wait does so itself, for everyone behind it as well.
            if (call.Urgent || wait is null)
                await Task.Delay(pause, _clock, cancellationToken);
        }
    }

    public void Dispose() => _http.Dispose();

    private async Task<(Answer Answer, TimeSpan? Wait)> TryAsync(Call call, Route route, CancellationToken cancellationToken)
    {
        using var request = Request(call);
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            var answer = new Answer(response.StatusCode, await BodyAsync(response, cancellationToken));
            return (answer, Learn(call, route, response, answer));
        }
        catch (Exception silence) when (silence is HttpRequestException or IOException || (silence is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            _limits.Unclear(route);
            return (Answer.Nothing, null);
        }
    }

    private TimeSpan? Learn(Call call, Route route, HttpResponseMessage response, Answer answer)
    {
        var scope = response.Headers.TryGetValues("X-RateLimit-Scope", out var scopes) ? scopes.FirstOrDefault() : null;
        _invalid.Count(answer.Status, scope == "shared");
        if (!call.Urgent)
            _limits.Learn(route, response.Headers);
        if (answer.Status is HttpStatusCode.Unauthorized && !call.Urgent)
            _tokenRefused = true; // every further request would count against our address

        if (answer.Status is not HttpStatusCode.TooManyRequests)
            return null;

        var wait = TimeSpan.FromSeconds(Math.Clamp(answer.Body.Real("retry_after") ?? response.Headers.RetryAfter?.Delta?.TotalSeconds ?? 5, 0, 86_400));
        if (!call.Urgent)
            _limits.Block(route, answer.Body.Flag("global") || scope == "global", wait);
        return wait;
    }

    private static HttpRequestMessage Request(Call call)
    {
        var request = new HttpRequestMessage(call.Method, call.Path);
        if (call.Body is not null)
            request.Content = new StringContent(call.Body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        if (call.AuditReason is { } reason)
            request.Headers.TryAddWithoutValidation("X-Audit-Log-Reason", Uri.EscapeDataString(reason.Length <= 400 ? reason : reason[..400]));
        return request;
    }

    // An answer that is not JSON comes from something between Discord and us; its status says enough.
    private static async Task<JsonElement> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content.Headers.ContentType?.MediaType is not "application/json")
            return default;
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var document = await JsonDocument.ParseAsync(stream, default, cancellationToken);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "Discord answered {Route} with {Status} (code {Code}).")]
        public static partial void Refused(ILogger logger, string route, int status, int code);

        [LoggerMessage(2, LogLevel.Warning, "{Route} was not asked: too many requests were refused lately, or the token is not accepted.")]
        public static partial void Withheld(ILogger logger, string route);
    }
}
