using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using GuidanceBot.Settings;

namespace GuidanceBot.Hosting;

/// <summary>Who may open the pages: this machine alone, under its own names, unless a password is set.</summary>
internal static class Gate
{
    private static readonly HashSet<string> LocalNames = new(StringComparer.OrdinalIgnoreCase) { "localhost", "127.0.0.1", "[::1]", "::1" };

    public static void UseGate(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<BotSettings>();
        app.Use(async (context, next) =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Referrer-Policy"] = "no-referrer";
            context.Response.Headers.XFrameOptions = "DENY";
            if (context.Request.Path == "/health")
            {
                await next();
            }
            else if (!FromOwnPage(context.Request))
            {
                await RefuseAsync(context, StatusCodes.Status403Forbidden, "Another site asked for this page; open it directly.");
            }
            else if (settings.PlaygroundPassword is { } password)
            {
                if (Knows(context.Request, password))
                {
                    await next();
                }
                else
                {
                    context.Response.Headers.WWWAuthenticate = "Basic realm=\"GuidanceBot playground\", charset=\"UTF-8\"";
                    await RefuseAsync(context, StatusCodes.Status401Unauthorized, "The playground asks for its password (any user name).");
                }
            }
            else if (IsLocal(context))
            {
                await next();
            }
            else
            {
                await RefuseAsync(context, StatusCodes.Status403Forbidden, "The playground answers this machine only. To open it to others, set Playground:Password.");
            }
        });
    }

    // A name that is not ours is a page elsewhere that rebound its name to this machine.
    private static bool IsLocal(HttpContext context) =>
        LocalNames.Contains(context.Request.Host.Host)
        && context.Connection.RemoteIpAddress is { } peer
        && (IPAddress.IsLoopback(peer) || (peer.IsIPv4MappedToIPv6 && IPAddress.IsLoopback(peer.MapToIPv4())));

    // Browsers name the asking site on sockets and posts; it must be ours.
    private static bool FromOwnPage(HttpRequest request) =>
        request.Headers.Origin.FirstOrDefault() is not { Length: > 0 } origin
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));

    private static bool Knows(HttpRequest request, string password)
    {
        if (!AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var given) || given is not { Scheme: "Basic", Parameter: { } encoded })
            return false;

        var buffer = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, buffer, out var length))
            return false;
        var said = Encoding.UTF8.GetString(buffer, 0, length);
        var colon = said.IndexOf(':');
        return CryptographicOperations.FixedTimeEquals(
            SHA256.HashData(Encoding.UTF8.GetBytes(colon < 0 ? "" : said[(colon + 1)..])),
            SHA256.HashData(Encoding.UTF8.GetBytes(password)));
    }

    private static Task RefuseAsync(HttpContext context, int status, string why)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(why, context.RequestAborted);
    }
}
