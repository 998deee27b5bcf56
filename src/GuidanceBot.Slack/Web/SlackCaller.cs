using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using GuidanceBot.Slack.Wire;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Slack.Web;

/// <summary>Calls one method of the Web API: waits its turn, gives up in time, and reads whatever comes back. Never throws but for cancellation.</summary>
internal sealed partial class SlackCaller(HttpClient http, Uri apiBase, RateGate gate, TimeProvider clock, ILogger<SlackCaller> logger)
{
    private const int Tries = 3;
    private const int LongestAnswer = 16 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    // Longer waits are the caller's to decide: what waits for a person would be stale by then.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private readonly string _base = apiBase.AbsoluteUri.TrimEnd('/');

    /// <summary>Calls a method. <paramref name="channel"/> names the channel a message goes to.</summary>
    public async Task<SlackAnswer> CallAsync(SlackMethod method, string token, IReadOnlyDictionary<string, string> arguments, string? channel, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            var wait = gate.Reserve(method, channel, clock.GetUtcNow()) - clock.GetUtcNow();
            if (wait > LongestWait)
                return new SlackAnswer("ratelimited") { RetryAfter = wait };
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, clock, cancellationToken);

            var answer = await OnceAsync(method, token, arguments, cancellationToken);
            if (answer.RetryAfter is { } after)
                gate.Hold(method, clock.GetUtcNow() + after);
            if (answer.Ok || tried == Tries || !WorthAnotherTry(method, answer))
            {
                if (!answer.Ok)
                    Log.Refused(logger, method.Name, answer.Error, answer.Needed);
                return answer;
            }

            if (answer.RetryAfter is null)
                await Task.Delay(TimeSpan.FromSeconds(tried), clock, cancellationToken);
        }
    }

    // A limit was said before anything was done. What went astray may have been done: reads are repeated, writes are not.
    private static bool WorthAnotherTry(SlackMethod method, SlackAnswer answer) =>
        answer.RetryAfter is { } after ? after <= LongestWait
        : !method.Writes && answer.Error is SlackAnswer.Astray or "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout";

    private async Task<SlackAnswer> OnceAsync(SlackMethod method, string token, IReadOnlyDictionary<string, string> arguments, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{_base}/{method.Name}") { Content = new FormUrlEncodedContent(arguments) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            await response.Content.LoadIntoBufferAsync(LongestAnswer, either.Token);
            var body = await response.Content.ReadAsByteArrayAsync(either.Token);
            return Read(response, body);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new SlackAnswer(SlackAnswer.Astray);
        }
    }

    private SlackAnswer Read(HttpResponseMessage response, byte[] body)
    {
        if (response.StatusCode is HttpStatusCode.TooManyRequests)
            return new SlackAnswer("ratelimited") { RetryAfter = RetryAfter(response.Headers.RetryAfter) };

        try
        {
            using var document = JsonDocument.Parse(body, JsonReading.Options);
            var root = document.RootElement.Clone();
            if (root.ValueKind is not JsonValueKind.Object)
                return new SlackAnswer(SlackAnswer.Astray);
            var error = root.Flag("ok") ? "" : root.Text("error") is { Length: > 0 } said ? said : SlackAnswer.Astray;
            return new SlackAnswer(error, root) { Scopes = Scopes(response) };
        }
        catch (JsonException)
        {
            // A page of a proxy, or half an answer.
            return new SlackAnswer(SlackAnswer.Astray);
        }
    }

    private TimeSpan RetryAfter(RetryConditionHeaderValue? header)
    {
        var after = header?.Delta ?? (header?.Date is { } date ? date - clock.GetUtcNow() : TimeSpan.FromSeconds(30));
        return after > TimeSpan.Zero ? after : TimeSpan.FromSeconds(1);
    }

    private static HashSet<string>? Scopes(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-oauth-scopes", out var values)
            ? [.. string.Join(',', values).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)]
            : null;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "Slack refused {Method}: {Error} {Needed}")]
        public static partial void Refused(ILogger logger, string method, string error, string needed);
    }
}
