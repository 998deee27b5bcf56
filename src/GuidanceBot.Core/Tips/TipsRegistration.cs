using GuidanceBot.Alarms;
using GuidanceBot.Commands;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Tips;

/// <summary>Enters the room of tips.</summary>
internal static class TipsRegistration
{
    public static IServiceCollection AddTips(this IServiceCollection services)
    {
        services.AddScoped<TipAlarm>();
        services.AddScoped<IDueWork>(all => all.GetRequiredService<TipAlarm>());
        services.AddScoped<IDueWork, TipRetention>();
        services.AddSingleton<NextTip>();
        services.AddScoped<TipLedger>();
        services.AddScoped<TipPoster>();
        services.AddScoped<TipRecord>();
        services.AddScoped<TipSchedules>();
        services.AddCommand<TipCommand>(TipCommand.Spec, (tip, call, token) => tip.RunAsync(call, token));
        services.AddCommand<TipsAdd>(TipsCommands.Add, (add, call, token) => add.RunAsync(call, token));
        services.AddButton<TipsAdd>(TipsCommands.Undo, (add, press, token) => add.UndoAsync(press, token));
        services.AddCommand<TipsDesk>(TipsCommands.List, (desk, call, token) => desk.ListAsync(call, token));
        services.AddButton<TipsDesk>(TipsCommands.ListButton, (desk, press, token) => desk.TurnAsync(press, token));
        services.AddCommand<TipsDesk>(TipsCommands.Pause, (desk, call, token) => desk.PauseAsync(call, token));
        services.AddCommand<TipsDesk>(TipsCommands.Resume, (desk, call, token) => desk.ResumeAsync(call, token));
        services.AddCommand<TipsDesk>(TipsCommands.Remove, (desk, call, token) => desk.RemoveAsync(call, token));
        services.AddCommand<TipsPreview>(TipsCommands.Preview, (preview, call, token) => preview.RunAsync(call, token));
        services.AddCommand<TipsDesk>(TipsCommands.Now, (desk, call, token) => desk.NowAsync(call, token));
        services.AddSuggestions<TipsPreview>("tips add", "when", (preview, call, token) => preview.SuggestWhenAsync(call, token));
        services.AddSuggestions<TipsPreview>("tips preview", "what", (preview, call, token) => preview.SuggestWhenAsync(call, token));
        services.AddSuggestions<TipsPreview>("tips add", "with", (preview, call, token) => preview.SuggestScheduleAsync(call, token));
        foreach (var command in new[] { "tips add", "tips preview" })
            services.AddSuggestions<TipsPreview>(command, "zone", (preview, call, token) => preview.SuggestZoneAsync(call, token));
        foreach (var command in new[] { "tips pause", "tips resume", "tips remove", "tips now" })
            services.AddSuggestions<TipsPreview>(command, "schedule", (preview, call, token) => preview.SuggestScheduleAsync(call, token));
        return services;
    }
}
