using GuidanceBot.Alarms;
using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Screening;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace GuidanceBot.Moderation;

/// <summary>Puts the room together in which messages are watched and flags decided.</summary>
internal static class ModerationRegistration
{
    /// <summary>Needs a <see cref="Screener"/> and <see cref="Fingerprints"/> beside it.</summary>
    public static IServiceCollection AddModeration(this IServiceCollection services) =>
        services.AddWatching().AddFlags().AddAuthorsSide().AddExceptions();

    private static IServiceCollection AddWatching(this IServiceCollection services)
    {
        services.AddSingleton<Screen>(all => all.GetRequiredService<Screener>().Examine);
        services.TryAddSingleton(new ScreeningSettings(Enabled: true));
        services.AddSingleton<ScreenOptionsBook>();
        services.AddSingleton<HandledMarks>();
        services.AddSingleton<ChannelMarks>();
        services.AddSingleton<UnreadHistory>();
        services.AddSingleton<MarkKeeper>();
        services.AddHostedService(all => all.GetRequiredService<MarkKeeper>());
        services.AddSingleton(all => new CatchUp(
            all,
            all.GetRequiredService<HandledMarks>(),
            all.GetRequiredService<ChannelMarks>(),
            all.GetRequiredService<UnreadHistory>(),
            all.GetRequiredService<FlagBook>(),
            all.GetRequiredService<ChatPlatforms>(),
            all.GetRequiredService<ILogger<CatchUp>>()));
        services.AddSingleton<IDueWork>(all => all.GetRequiredService<CatchUp>());
        services.AddSingleton<PrivateWords>();
        services.AddSingleton<SpeakingUp>();
        services.AddSingleton<MistypedCommand>();
        services.AddScoped<MessageWatch>();
        services.AddButton<SpeakingUp>(SpeakingUp.OpenButton, (word, press, token) => word.OpenAsync(press, token));
        return services;
    }

    private static IServiceCollection AddFlags(this IServiceCollection services)
    {
        services.AddSingleton<FlagBook>();
        services.AddSingleton<FlagRows>();
        services.AddSingleton<FlagCards>();
        services.AddSingleton<FlagDesk>();
        services.AddSingleton<Overheard>();
        services.AddSingleton<Removals>();
        services.AddSingleton<Originals>();
        services.AddSingleton<IDueWork, DueCards>();
        services.AddSingleton<Surge>();
        services.AddSingleton<IDueWork>(all => all.GetRequiredService<Surge>());
        services.AddSingleton<IDueWork, Digest>();
        services.AddSingleton<IDueWork, Retention>();
        services.AddButton<FlagPresses>(FlagPresses.AskButton, (flags, press, token) => flags.AskAsync(press, token));
        services.AddButton<FlagPresses>(FlagPresses.CloseButton, (flags, press, token) => flags.CloseAsync(press, token));
        services.AddButton<FlagPresses>(FlagPresses.MoreButton, (flags, press, token) => flags.MoreAsync(press, token));
        services.AddButton<FlagPresses>(FlagPresses.OpenButton, (flags, press, token) => flags.OpenAsync(press, token));
        services.AddButton<FlagPresses>(FlagPresses.BackButton, (flags, press, token) => flags.BackAsync(press, token));
        services.AddButton<FlagPresses>(FlagPresses.ClaimButton, (flags, press, token) => flags.ClaimAsync(press, token));
        services.AddButton<FlagPresses>(FlagPresses.WhyButton, (flags, press, token) => flags.WhyAsync(press, token));
        services.AddButton<FlagPresses>(FlagPresses.RemoveButton, (flags, press, token) => flags.RemoveAsync(press, token));
        services.AddButton<FlagPresses>(FlagPresses.OriginalButton, (flags, press, token) => flags.OriginalAsync(press, token));
        services.AddButton<FlagPresses>(FlagPresses.AlwaysButton, (flags, press, token) => flags.AlwaysAsync(press, token));
        services.AddCommand<FlagsCommand>(FlagsCommand.Spec, (flags, call, token) => flags.RunAsync(call, token));
        services.AddButton<FlagsCommand>(FlagsCommand.PageButton, (flags, press, token) => flags.TurnAsync(press, token));
        return services;
    }

    private static IServiceCollection AddAuthorsSide(this IServiceCollection services)
    {
        services.AddSingleton<AuthorNotes>();
        services.AddButton<AuthorNotes>(AuthorNotes.OpenButton, (notes, press, token) => notes.OpenAsync(press, token));
        services.AddButton<AuthorNotes>(AuthorNotes.AnswerButton, (notes, press, token) => notes.StartAnswerAsync(press, token));
        services.AddForm<AuthorNotes>(AuthorNotes.AnswerForm, (notes, submission, token) => notes.AnswerAsync(submission, token));
        services.AddMenuCommand<Reports>(Reports.Menu, (reports, call, token) => reports.StartAsync(call, token));
        services.AddForm<Reports>(Reports.Sent, (reports, submission, token) => reports.SendAsync(submission, token));
        return services;
    }

    private static IServiceCollection AddExceptions(this IServiceCollection services)
    {
        services.AddSingleton<ExceptionBook>();
        services.AddButton<Exceptions>(Exceptions.YesButton, (exceptions, press, token) => exceptions.AcceptAsync(press, token));
        services.AddButton<Exceptions>(Exceptions.NoButton, (exceptions, press, token) => exceptions.DeclineAsync(press, token));
        services.AddCommand<ExceptionsCommand>(ExceptionsCommand.Spec, (exceptions, call, token) => exceptions.RunAsync(call, token));
        services.AddButton<ExceptionsCommand>(ExceptionsCommand.RemoveButton, (exceptions, press, token) => exceptions.RemoveAsync(press, token));
        return services;
    }
}
