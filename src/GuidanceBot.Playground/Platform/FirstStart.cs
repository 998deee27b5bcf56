using GuidanceBot.Chat;
using GuidanceBot.Communities;
using GuidanceBot.Screening;
using Microsoft.Extensions.Hosting;

namespace GuidanceBot.Playground.Platform;

/// <summary>Sets the playground's community up at its first start, so that everything can be tried at once. What an admin changes later stays.</summary>
internal sealed class FirstStart(CommunityBook communities, Inbox inbox, TimeProvider clock) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var settings = await communities.OfAsync(Cast.Community, cancellationToken);
        if (settings.SetUpAt is not null)
            return;

        await communities.SaveAsync(settings with
        {
            SetUpAt = clock.GetUtcNow(),
            Watched = new Dictionary<string, ChannelMode> { ["general"] = ChannelMode.General, ["cases"] = ChannelMode.Cases },
            ModeratorsChannel = "moderators",
            ModeratorRoles = [Cast.Moderators],
            AdminRoles = [Cast.Admins],
            Zone = Cast.Zone,
            Countries = ["GB"],
            // Elsewhere only high severity makes a card at once; here everything does, since seeing it is what one came for.
            CardAtOnce = Severity.Low,
        }, cancellationToken);

        // Through the door admins use, so that it is a schedule like any other.
        var admin = Cast.People.First(p => p.Manages);
        await inbox.RunTypedAsync($"tips add weekdays at 9:00 zone:{Cast.Zone}", Cast.Channel("tips"), admin.Member, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
