using GuidanceBot.Chat;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GuidanceBot.Commands;

/// <summary>How a room enters its commands, buttons and forms in the catalog. The handler <c>T</c> is made anew for each happening.</summary>
internal static class CatalogRegistration
{
    public static IServiceCollection AddCommand<T>(this IServiceCollection services, CommandSpec spec, Func<T, CommandCall, CancellationToken, Task<Reply>> run)
        where T : class
    {
        services.TryAddScoped<T>();
        return services.AddSingleton(new CommandEntry(spec, (scope, call, token) => run(scope.GetRequiredService<T>(), call, token)));
    }

    public static IServiceCollection AddButton<T>(this IServiceCollection services, ButtonSpec spec, Func<T, ButtonPress, CancellationToken, Task<Reply>> press)
        where T : class
    {
        services.TryAddScoped<T>();
        return services.AddSingleton(new ButtonEntry(spec, (scope, happened, token) => press(scope.GetRequiredService<T>(), happened, token)));
    }

    public static IServiceCollection AddForm<T>(
        this IServiceCollection services,
        FormSpec spec,
        Func<T, FormSubmission, CancellationToken, Task<Reply>> submit,
        Func<T, FormSubmission, CancellationToken, Task<IReadOnlyDictionary<string, string>>>? check = null)
        where T : class
    {
        services.TryAddScoped<T>();
        return services.AddSingleton(new FormEntry(spec, (scope, submission, token) => submit(scope.GetRequiredService<T>(), submission, token))
        {
            Check = check is null ? null : (scope, submission, token) => check(scope.GetRequiredService<T>(), submission, token),
        });
    }

    public static IServiceCollection AddMenuCommand<T>(this IServiceCollection services, MenuSpec spec, Func<T, MessageMenuCall, CancellationToken, Task<Reply>> run)
        where T : class
    {
        services.TryAddScoped<T>();
        return services.AddSingleton(new MenuEntry(spec, (scope, call, token) => run(scope.GetRequiredService<T>(), call, token)));
    }

    public static IServiceCollection AddSuggestions<T>(this IServiceCollection services, string command, string option, Func<T, SuggestCall, CancellationToken, Task<IReadOnlyList<Choice>>> suggest)
        where T : class
    {
        services.TryAddScoped<T>();
        return services.AddSingleton(new SuggestionEntry(command, option, (scope, call, token) => suggest(scope.GetRequiredService<T>(), call, token)));
    }
}
