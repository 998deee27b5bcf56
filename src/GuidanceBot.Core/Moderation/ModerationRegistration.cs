using GuidanceBot.Screening;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Moderation;

/// <summary>Puts the room together in which messages are watched and flags decided.</summary>
internal static class ModerationRegistration
{
    public static IServiceCollection AddModeration(this IServiceCollection services)
    {
        services.AddSingleton<Screen>(all => all.GetRequiredService<Screener>().Examine);
        services.AddScoped<MessageWatch>();
        return services;
    }
}
