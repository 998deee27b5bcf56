using GuidanceBot.Chat;
using GuidanceBot.Commands;
using GuidanceBot.Communities;
using GuidanceBot.Hosting;
using GuidanceBot.Screening;
using GuidanceBot.Slack.Interactions;
using GuidanceBot.Testing;
using GuidanceBot.Testing.Slack;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GuidanceBot.Slack.Tests.Stories;

/// <summary>The whole bot as its owner runs it, connected to a Slack on this machine.</summary>
internal sealed class SlackBot : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SlackBot(WebApplication app) => _app = app;

    public static CommunityAddress Community { get; } = new("slack", DoubleWorkspace.Team);

    public IServiceProvider Services => _app.Services;

    public IChatPlatform Platform => Services.GetRequiredService<ChatPlatforms>()["slack"];

    /// <summary>Starts it against the double, set up so that two channels are screened, and waits until it listens, where it can.</summary>
    public static async Task<SlackBot> StartAsync(SlackDouble slack, string data, int connections = 1, bool withUserToken = false, bool listens = true, TimeProvider? patience = null)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Slack:BotToken"] = SlackDouble.BotToken,
            ["Slack:AppToken"] = SlackDouble.AppToken,
            ["Slack:UserToken"] = withUserToken ? SlackDouble.UserToken : null,
            ["Slack:ApiBase"] = slack.ApiBase.ToString(),
            ["Slack:Connections"] = $"{connections}",
        };
        var opened = slack.Sockets.Opened;
        var bot = await StartAsync(data, settings, new CommunitySettings
        {
            Address = Community,
            SetUpAt = DateTimeOffset.UnixEpoch,
            Watched = new Dictionary<string, ChannelMode> { ["C0GENERAL"] = ChannelMode.General, ["C0CASES"] = ChannelMode.Cases },
            ModeratorsChannel = "G0MODS",
            ModeratorRoles = ["S0MODS"],
            CardAtOnce = Severity.Low,
        }, patience);
        if (listens)
            await slack.UntilAsync(() => slack.Sockets.Opened >= opened + connections && slack.Sockets.Open.Count >= connections, "the bot's sockets");
        return bot;
    }

    /// <summary>Starts it with any settings.</summary>
    public static async Task<SlackBot> StartAsync(string data, Dictionary<string, string?> settings, CommunitySettings community, TimeProvider? patience = null)
    {
        var folders = Folders.From(Path.Combine(Repository.Root, "config"), data);
        var app = await BotHost.BuildAsync(folders, settings, CancellationToken.None, services => Forms(services, patience));
        await app.Services.GetRequiredService<CommunityBook>().SaveAsync(community, CancellationToken.None);
        await app.StartAsync();
        return new SlackBot(app);
    }

    // How long a form's answer may take is told by a clock that the test moves.
    private static void Forms(IServiceCollection services, TimeProvider? patience)
    {
        if (patience is not null)
            services.AddSingleton(all => new FormHandling(all.GetRequiredService<Inbox>(), all.GetRequiredService<Catalog>(), all.GetRequiredService<Answering>(), patience));
    }

    /// <summary>What containers are told.</summary>
    public async Task<(int Status, string Said)> HealthAsync(CancellationToken patience = default)
    {
        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(new Uri(_app.Urls.First()), "/health"), patience);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(patience));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
