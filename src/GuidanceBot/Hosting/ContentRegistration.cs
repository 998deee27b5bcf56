using GuidanceBot.Moderation;
using GuidanceBot.Settings;

namespace GuidanceBot.Hosting;

/// <summary>Hands the content to the rooms that use it.</summary>
internal static class ContentRegistration
{
    public static IServiceCollection AddContent(this IServiceCollection services, Content content, BotSettings settings)
    {
        var takeaways = settings.VideoUrl is { } link
            ? content.Takeaways with { Video = content.Takeaways.Video with { Link = link } }
            : content.Takeaways;
        services.AddSingleton(takeaways);
        services.AddSingleton(content.Tips);
        services.AddSingleton(content.Support);
        services.AddSingleton(content.Screener);
        services.AddSingleton(new ScreeningSettings(settings.ScreeningEnabled));
        return services;
    }
}
