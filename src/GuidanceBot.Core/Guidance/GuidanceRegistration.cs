using GuidanceBot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Guidance;

/// <summary>Enters the room that answers members' questions.</summary>
internal static class GuidanceRegistration
{
    public static IServiceCollection AddGuidance(this IServiceCollection services)
    {
        services.AddSingleton<TakeawayCards>();
        services.AddSingleton<AskRanker>();
        services.AddCommand<AskCommand>(AskCommand.Spec, (ask, call, token) => ask.RunAsync(call, token));
        services.AddMenuCommand<FitsMenu>(FitsMenu.Spec, (fits, call, token) => fits.RunAsync(call, token));
        services.AddCommand<CheckCommand>(CheckCommand.Spec, (check, call, token) => check.RunAsync(call, token));
        services.AddForm<CheckCommand>(CheckCommand.Form, (check, submission, token) => check.SubmitAsync(submission, token));
        services.AddButton<CheckCommand>(CheckCommand.AgainButton, (check, press, token) => check.AgainAsync(press, token));
        services.AddCommand<TakeawayCommands>(TakeawayCommands.All, (takeaways, call, token) => takeaways.ListAsync(call, token));
        services.AddCommand<TakeawayCommands>(TakeawayCommands.One, (takeaways, call, token) => takeaways.ShowAsync(call, token));
        services.AddSuggestions<TakeawayCommands>(TakeawayCommands.One.Name, "which", (takeaways, call, token) => takeaways.SuggestAsync(call, token));
        services.AddCommand<TakeawayCommands>(TakeawayCommands.Video, (takeaways, call, token) => takeaways.VideoAsync(call, token));
        services.AddButton<TakeawayCommands>(TakeawayCommands.ListButton, (takeaways, press, token) => takeaways.TurnAsync(press, token));
        services.AddButton<TakeawayCommands>(TakeawayCommands.OneButton, (takeaways, press, token) => takeaways.PressAsync(press, token));
        services.AddButton<TakeawayCommands>(TakeawayCommands.MoreButton, (takeaways, press, token) => takeaways.PressAsync(press, token));
        services.AddButton<TakeawayCommands>(TakeawayCommands.HappenedButton, (takeaways, press, token) => takeaways.PressAsync(press, token));
        services.AddButton<TakeawayCommands>(TakeawayCommands.ShareButton, (takeaways, press, token) => takeaways.PressAsync(press, token));
        return services;
    }
}
