using GuidanceBot.Communities;
using GuidanceBot.Screening;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GuidanceBot.Playground.Platform;

/// <summary>Sets the playground's community up at its first start, so that everything can be tried at once. What an admin changes later stays.</summary>
internal sealed class FirstStart(CommunityBook communities, IServiceScopeFactory scopes) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(Cast.Community, cancellationToken);
        if (settings.SetUpAt is not null)
            return;

        // As /setup would, so that doing set-up here later changes the same schedule.
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<CommunitySetup>().ApplyAsync(settings with
        {
            Watched = new Dictionary<string, ChannelMode> { ["general"] = ChannelMode.General, ["cases"] = ChannelMode.Cases },
            ModeratorsChannel = "moderators",
            ModeratorRoles = [Cast.Moderators],
            AdminRoles = [Cast.Admins],
            Zone = Cast.Zone,
            Countries = ["GB"],
            // Elsewhere only high severity makes a card at once; here everything does, since seeing it is what one came for.
            CardAtOnce = Severity.Low,
        }, new TipsWish("tips"), cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
