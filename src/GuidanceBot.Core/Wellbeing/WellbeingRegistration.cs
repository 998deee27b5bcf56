using GuidanceBot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Wellbeing;

/// <summary>Enters the lane for distress.</summary>
internal static class WellbeingRegistration
{
    public static IServiceCollection AddWellbeing(this IServiceCollection services)
    {
        services.AddSingleton<Support>();
        services.AddSingleton<SupportOffer>();
        services.AddButton<SupportOffer>(SupportOffer.OpenButton, (offer, press, token) => offer.OpenAsync(press, token));
        services.AddCommand<SupportCommand>(SupportCommand.Spec, (support, call, token) => support.RunAsync(call, token));
        return services;
    }
}
