using GuidanceBot.Alarms;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Guidance;
using GuidanceBot.Moderation;
using GuidanceBot.Tips;
using GuidanceBot.Wellbeing;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot;

/// <summary>Puts the core together.</summary>
public static class GuidanceBotRegistration
{
    /// <summary>Adds everything that all platforms share. Needs a <see cref="TimeProvider"/>, the content packs, a storage and at least one <see cref="IChatPlatform"/> beside it.</summary>
    public static IServiceCollection AddGuidanceBot(this IServiceCollection services)
    {
        services.AddSingleton(all => new Catalog(
            all.GetServices<CommandEntry>(),
            all.GetServices<ButtonEntry>(),
            all.GetServices<FormEntry>(),
            all.GetServices<MenuEntry>(),
            all.GetServices<SuggestionEntry>()));
        services.AddSingleton<ChatPlatforms>();
        services.AddSingleton<StoppedPlatforms>();
        services.AddSingleton<Inbox>();
        services.AddSingleton<AnsweredOnce>();
        services.AddCommunities();
        services.AddModeration();
        services.AddSingleton<AlarmClock>();
        services.AddHostedService(all => all.GetRequiredService<AlarmClock>());
        services.AddGuidance();
        services.AddWellbeing();
        services.AddTips();
        services.AddCommand<HelpCommand>(HelpCommand.Spec, (help, call, token) => help.RunAsync(call, token));
        services.AddButton<HelpCommand>(HelpCommand.PageButton, (help, press, token) => help.TurnAsync(press, token));
        services.AddSuggestions<HelpCommand>(HelpCommand.Spec.Name, "command", (help, call, token) => help.SuggestAsync(call, token));
        return services;
    }
}
