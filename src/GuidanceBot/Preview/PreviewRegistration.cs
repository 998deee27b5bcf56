using System.Text.Json.Nodes;
using GuidanceBot.Chat;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GuidanceBot.Preview;

/// <summary>Pages that show what the bot says as each platform would, to look at without an account there: <c>/preview/discord?typed=takeaway 8</c>.</summary>
internal static class PreviewRegistration
{
    public static void AddPreviews(this IServiceCollection services)
    {
        services.AddSingleton<IPreview, DiscordPreview>();
        services.AddSingleton<IPreview, SlackPreview>();
        services.AddSingleton<Samples>();
    }

    public static void MapPreviews(this WebApplication app)
    {
        var previews = app.Services.GetServices<IPreview>().ToDictionary(p => p.Path);
        app.MapGet("/preview", () => Results.Redirect("/preview/discord"));
        app.MapGet("/preview/{platform}", async (string platform, string? typed, string? message, HttpContext http, Samples samples, CancellationToken cancellationToken) =>
        {
            if (!previews.TryGetValue(platform, out var preview))
                return Results.NotFound();

            // Were a text ever taken for markup, the browser would still run nothing.
            http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
            typed = string.IsNullOrWhiteSpace(typed) ? "help" : typed.Trim().TrimStart('/');
            var here = new Uri($"{http.Request.Scheme}://{http.Request.Host}");
            var card = message is null ? null : samples.Find(message);
            return new RazorComponentResult<PreviewPage>(new Dictionary<string, object?>
            {
                [nameof(PreviewPage.Preview)] = preview,
                [nameof(PreviewPage.Others)] = previews.Values.Where(p => p != preview).ToList(),
                [nameof(PreviewPage.Commands)] = samples.OfCommands,
                [nameof(PreviewPage.Posted)] = samples.Posted,
                [nameof(PreviewPage.Typed)] = card is null ? typed : null,
                [nameof(PreviewPage.Pieces)] = card is null ? Pieces(preview, await samples.RunAsync(typed, cancellationToken), here) : [preview.Of(Linked(card, here))],
            });
        });
    }

    private static IReadOnlyList<JsonNode> Pieces(IPreview preview, Reply reply, Uri here) => reply switch
    {
        Reply.Show show => [preview.Of(Linked(show.Card, here))],
        Reply.Replace replace => [preview.Of(Linked(replace.Card, here))],
        Reply.Open open => preview.Of(open.Form),
        _ => [],
    };

    // The playground's own links lead to its own pages; elsewhere a link says where it starts.
    private static Card Linked(Card card, Uri here) => card with
    {
        Blocks = [.. card.Blocks.Select(b => b is LinkBlock { Address.IsAbsoluteUri: false } link ? link with { Address = new Uri(here, link.Address) } : b)],
    };
}
