using GuidanceBot.Chat;
using GuidanceBot.Slack.Events;
using GuidanceBot.Slack.Interactions;
using GuidanceBot.Slack.Platform;
using GuidanceBot.Slack.SocketMode;
using GuidanceBot.Slack.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Slack;

/// <summary>Puts the Slack adapter together.</summary>
public static class SlackRegistration
{
    /// <summary>Adds Slack for one workspace, on Socket Mode.</summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, SlackSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton<SlackSelfHolder>();

        services.AddSingleton<RateGate>();
        services.AddSingleton(all => new SlackCaller(NewHttp(), settings.ApiBase, all.GetRequiredService<RateGate>(), all.GetRequiredService<TimeProvider>(), all.GetRequiredService<ILogger<SlackCaller>>()));
        services.AddSingleton(all => new ResponseUrl(NewHttp(), all.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SlackApi>();

        services.AddSingleton<Channels>();
        services.AddSingleton<Roles>();
        services.AddSingleton<RoleChoices>();
        services.AddSingleton<Members>();
        services.AddSingleton<OwnPosts>();
        services.AddSingleton<History>();
        services.AddSingleton<IChatPlatform, SlackPlatform>();

        services.AddSingleton<Answering>();
        services.AddSingleton<InteractionHandling>();
        services.AddSingleton<FormHandling>();
        services.AddSingleton<Suggestions>();
        services.AddSingleton<HomePage>();
        services.AddSingleton<SeenEvents>();
        services.AddSingleton<EventHandling>();

        services.AddSingleton<ISocketOpener, SocketOpener>();
        services.AddSingleton<SlackDesk>();
        services.AddHostedService<SlackWorker>();
        return services;
    }

    // One client for the process; addresses are looked up anew every few minutes. Redirects would carry the token elsewhere.
    private static HttpClient NewHttp() => new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5), AllowAutoRedirect = false }) { Timeout = Timeout.InfiniteTimeSpan };
}
