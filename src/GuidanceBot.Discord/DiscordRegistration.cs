using GuidanceBot.Chat;
using GuidanceBot.Discord.Access;
using GuidanceBot.Discord.Cards;
using GuidanceBot.Discord.Interactions;
using GuidanceBot.Discord.Joining;
using GuidanceBot.Discord.Messages;
using GuidanceBot.Discord.Rest;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Discord;

/// <summary>Puts the Discord adapter together.</summary>
public static class DiscordRegistration
{
    /// <summary>Adds Discord as a platform. Needs the core and a <see cref="TimeProvider"/> beside it.</summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, DiscordOptions options)
    {
        services.AddSingleton(options);
        services.AddSingleton<DiscordRest>();
        services.AddSingleton<DiscordSelf>();
        services.AddSingleton<ChannelMap>();
        services.AddSingleton(all => new MessageIntake(all.GetRequiredService<ChannelMap>(), options.ReadBots));
        services.AddSingleton<ChannelThreads>();
        services.AddSingleton<History>();
        services.AddSingleton<Missed>();
        services.AddSingleton(all => new MessageDoor(all.GetRequiredService<Inbox>().ReadAsync, all.GetRequiredService<Inbox>().ForgetAsync));
        services.AddSingleton<MessageQueue>();
        services.AddSingleton<Poster>();
        services.AddSingleton<ActingMembers>();
        services.AddSingleton<ChannelRights>();
        services.AddSingleton<MemberRights>();
        services.AddSingleton<DiscordPlatform>();
        services.AddSingleton<IChatPlatform>(all => all.GetRequiredService<DiscordPlatform>());
        services.AddSingleton<FormDrafts>();
        services.AddSingleton<InteractionHandler>();
        services.AddSingleton<CommandRegistrar>();
        services.AddSingleton<Greeter>();
        services.AddSingleton<DiscordEvents>();
        services.AddHostedService<DiscordWorker>();
        return services;
    }
}
