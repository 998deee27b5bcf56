using GuidanceBot.Commands;
using GuidanceBot.Tips;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Communities;

/// <summary>Enters the room of communities: settings, rights, set-up.</summary>
internal static class CommunitiesRegistration
{
    public static IServiceCollection AddCommunities(this IServiceCollection services)
    {
        services.AddSingleton<CommunityBook>();
        services.AddSingleton<Rights>();
        services.AddScoped(all => new CommunitySetup(all.GetRequiredService<CommunityBook>(), all.GetRequiredService<TipSchedules>(), all.GetRequiredService<TimeProvider>()));
        services.AddCommand<SetupDesk>(SetupDesk.Spec, (desk, call, token) => desk.OpenAsync(call, token));
        services.AddForm<SetupDesk>(SetupDesk.Form, (desk, submission, token) => desk.SubmitAsync(submission, token), (desk, soFar, token) => desk.CheckAsync(soFar, token));
        services.AddButton<SetupDesk>(SetupDesk.SaveButton, (desk, press, token) => desk.SaveAsync(press, token));
        services.AddButton<SetupDesk>(SetupDesk.ChangeButton, (desk, press, token) => desk.ChangeAsync(press, token));
        services.AddButton<SetupDesk>(SetupDesk.TellButton, (desk, press, token) => desk.TellAsync(press, token));
        services.AddCommand<SettingsDesk>(SettingsDesk.Spec, (desk, call, token) => desk.RunAsync(call, token));
        services.AddButton<SettingsDesk>(SettingsDesk.PageButton, (desk, press, token) => desk.TurnAsync(press, token));
        services.AddSuggestions<SettingsDesk>(SettingsDesk.Spec.Name, "name", (desk, call, token) => desk.SuggestAsync(call, token));
        services.AddCommand<PrivacyCommand>(PrivacyCommand.Spec, (privacy, call, token) => privacy.RunAsync(call, token));
        services.AddButton<PrivacyCommand>(PrivacyCommand.MoreButton, (privacy, press, token) => privacy.MoreAsync(press, token));
        return services;
    }
}
