using GuidanceBot.Chat;
using GuidanceBot.Playground.Clock;
using GuidanceBot.Playground.Pages;
using GuidanceBot.Playground.Platform;
using GuidanceBot.Playground.Store;
using GuidanceBot.Playground.Visits;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidanceBot.Playground;

/// <summary>Puts the playground together.</summary>
public static class PlaygroundRegistration
{
    /// <summary>Adds a chat community in the browser, kept in <c>playground.db</c> of the data directory. Messages of a file are replayed at start where one is given. The clock can be moved forward unless other platforms share it.</summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, string dataDirectory, string? replay = null, bool clockMoves = true)
    {
        services.AddCommunity(dataDirectory, replay, clockMoves);
        services.AddRazorComponents()
            .AddInteractiveServerComponents()
            .AddHubOptions(hub => hub.MaximumReceiveMessageSize = Limits.HubMessageBytes);
        return services;
    }

    /// <summary>Maps the page and what it is made of.</summary>
    public static IEndpointRouteBuilder MapPlayground(this IEndpointRouteBuilder app)
    {
        app.MapStaticAssets();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode()
            .DisableAntiforgery(); // nothing is posted: everything goes over the page's own connection
        return app;
    }

    // The community without its page.
    internal static void AddCommunity(this IServiceCollection services, string dataDirectory, string? replay, bool clockMoves)
    {
        services.AddSingleton(_ => new PlaygroundDb(Path.Combine(dataDirectory, "playground.db")));
        services.AddSingleton<Kept>();
        services.AddSingleton<Changes>();
        services.AddSingleton<Messages>();
        services.AddSingleton<Seen>();
        services.AddSingleton<People>();
        services.AddSingleton<PrivateAnswers>();
        services.AddSingleton<Conversation>();
        services.AddSingleton<Completion>();
        services.AddSingleton(all => new PostedCards(all.GetRequiredService<Messages>()));
        services.AddScoped<Visit>();
        services.AddSingleton<IChatPlatform, PlaygroundPlatform>();
        if (clockMoves)
        {
            services.AddSingleton<PlaygroundClock>();
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(all => all.GetRequiredService<PlaygroundClock>()));
        }

        services.AddHostedService<FirstStart>();
        services.AddHostedService<HandIn>();
        if (replay is not null)
            services.AddHostedService(all => ActivatorUtilities.CreateInstance<Replay>(all, replay));
    }
}
